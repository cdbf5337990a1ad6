/**
 * `npm run siege`: attacks a server of its own beside a well-behaved organization. Exits with 1 when that one noticed too much.
 *
 *   npm run siege                               60 seconds of all attacks, four minutes in all
 *   npm run siege -- --seconds 600              longer
 *   npm run siege -- --attack slow,bodies       these attacks only
 *   npm run siege -- --node-options=--cpu-prof  the server with options of Node
 */
import { parseArgs } from 'node:util';
import { build } from '../../server/tools/build.mjs';
import { attacks } from './attacks.mjs';
import { at, calmTimes, limits, ms, siege, siegeTimes, verdict } from './siege.mjs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, attack: { type: 'string' }, 'node-options': { type: 'string' } },
});
const names = values.attack?.split(',') ?? Object.keys(attacks).filter((name) => !attacks[name].isExtra);
const unknown = names.filter((name) => !(name in attacks));
const seconds = Number(values.seconds);
if (unknown.length > 0) stop(`There is no attack ${unknown.join(', ')}. Attacks: ${Object.keys(attacks).join(', ')}.`);
if (!(seconds > 0)) stop('Expected a number of seconds after --seconds.');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
const began = performance.now();
const say = (text) => console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${text}`);
await build();
const report = await siege({ seconds, names, say, nodeOptions: values['node-options'] });
const [times, calm] = [siegeTimes(report), at(calmTimes(report), 0.99)];
say(
  `under siege: ${times.length} requests, p50 ${ms(at(times, 0.5))}, p99 ${ms(at(times, 0.99))}, ${(at(times, 0.99) / calm).toFixed(1)} × that of quiet times (${ms(calm)})`,
);
const found = verdict(report);
if (found.length > 0) {
  console.error(`\nToo much reached the well-behaved organization:\n${found.map((text) => `  ${text}`).join('\n')}`);
  if (report.log) console.error(`\nThe server's last words:\n${report.log.slice(-3000)}`);
}
console.log(
  found.length > 0
    ? '\nFAILED'
    : `\nHeld: p99 at most ${limits.p99Ratio} × quiet and ${ms(limits.p99Ms)}, nothing failed, /livez within ${ms(limits.livezMs)}, memory within ${limits.rssMb} MB.`,
);
process.exit(found.length > 0 ? 1 : 0);

function stop(message) {
  console.error(message);
  process.exit(2);
}
