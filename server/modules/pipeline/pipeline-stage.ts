import { defineEnum } from '../../core/enums.js';
import { boolean, enumeration, integer, lookup, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { Pipeline } from './pipeline.js';

export const StageCategory = defineEnum('StageCategory', 'What a stage means for a deal. It alone decides whether a deal is won or lost.', {
  OPEN: 'The deal is being worked on.',
  WON: 'The deal is closed and won.',
  LOST: 'The deal is closed and lost.',
});

export const ForecastCategory = defineEnum('ForecastCategory', 'How deals of a stage count in a forecast.', {
  PIPELINE: 'Open, counted as pipeline.',
  BEST_CASE: 'Open, with a high chance.',
  COMMITTED: 'Open, and promised by the salesperson.',
  CLOSED: 'Won.',
  OMITTED: 'Not counted.',
});

/** The probability of deals that are closed, by category. */
export const closedProbability: Readonly<Record<string, number>> = { WON: 100, LOST: 0 };

@record({
  prefix: 'stage',
  name: 'PipelineStage',
  plural: 'pipelineStages',
  description: 'One stage of a pipeline. Its key is unique in its pipeline and may stand in others with another place and probability.',
  order: ['place'],
  held: true,
  unique: [['pipeline', 'key']],
})
export class PipelineStage extends BaseRecord {
  @lookup(() => Pipeline, {
    description: 'The pipeline it belongs to.',
    required: true,
    fixed: true,
    inverse: { name: 'stages', description: 'Its stages.', nested: 'create' },
  })
  pipeline!: Pipeline;
  @text({ description: 'Stable key in capitals; what inputs name a stage by.', required: true, max: 120, filledIn: true, fixed: true }) key!: string;
  @text({ description: 'What people call it.', required: true, max: 120 }) label!: string;
  @integer({ description: 'Its place in the pipeline, from 1.', required: true, range: [1, 1_000_000], filledIn: true }) place!: number;
  @integer({
    description: 'The chance of winning a deal that reaches it, in percent. A change is for deals that reach it from then on.',
    required: true,
    range: [0, 100],
  })
  probability!: number;
  @enumeration(StageCategory, { description: 'What it means for a deal.', required: true }) category!: string;
  @enumeration(ForecastCategory, {
    description: 'How its deals count in a forecast. It goes with the category: open PIPELINE, BEST_CASE or COMMITTED, won CLOSED, lost OMITTED.',
    required: true,
    filledIn: true,
  })
  forecastCategory!: string;
  @text({ description: 'The colour to show it in: `#RRGGBB`.', max: 7 }) color?: string | null;
  @boolean({ description: 'Kept for old deals, not offered for new ones.', required: true, default: false })
  isRetired!: boolean;
}
