/**
 * `npm run hunt`: the random tests with seeds that nobody has tried. What it finds becomes a fixed test.
 *
 *   npm run hunt -- --minutes 10          takes turns through all areas; the round under way at the end is finished
 *   npm run hunt -- --area paging,files   these areas only
 *   npm run hunt -- --seed 42             one round of each area with this seed
 *
 * Exits with 1 when it found something.
 */
import { parseArgs } from 'node:util';
import { hunt } from './hunt.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    area: { type: 'string' },
    seed: { type: 'string' },
    /** Another module than `areas.mjs`, for the hunt's own test. */
    areas: { type: 'string', default: './areas.mjs' },
  },
});

const { areas } = await import(values.areas);
const names = values.area?.split(',') ?? Object.keys(areas);
const unknown = names.filter((name) => !(name in areas));
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? null : Number(values.seed);
if (unknown.length > 0) stop(`There is no area ${unknown.join(', ')}. Areas: ${Object.keys(areas).join(', ')}.`);
if (!(minutes >= 0)) stop('Expected a number of minutes after --minutes.');
if (seed !== null && !Number.isInteger(seed)) stop('Expected a whole number after --seed.');

const { finds, isInterrupted } = await hunt({ areas: names.map((name) => ({ name, ...areas[name] })), minutes, seed });
process.exit(finds.length > 0 ? 1 : isInterrupted ? 130 : 0);

function stop(message) {
  console.error(message);
  process.exit(2);
}
