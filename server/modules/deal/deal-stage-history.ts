import { boolean, date, integer, lookup, money, currency, decimal } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { PipelineStage } from '../pipeline/pipeline-stage.js';
import { Deal } from './deal.js';

@record({
  prefix: 'stagehistory',
  name: 'DealStageHistory',
  plural: 'dealStageHistories',
  description: "One row each time a deal's stage, amount, probability or closing date changed (modules.md 4). Its creation is the time of the change.",
  roots: false,
  isHistory: true,
})
export class DealStageHistory extends BaseRecord {
  @lookup(() => Deal, {
    description: 'The deal.',
    required: true,
    writable: false,
    historical: true,
    inverse: { name: 'stageHistory', description: 'The stages the deal went through.' },
  })
  deal!: Deal;
  @lookup(() => PipelineStage, { description: 'The stage it then stood in.', required: true, writable: false, historical: true, inputKey: 'key' }) stage!: PipelineStage;
  @money({ description: 'The amount it then had.', writable: false, historical: true }) amount?: string | null;
  @integer({ description: 'The chance of winning it then had, in percent.', writable: false, historical: true }) probability?: number | null;
  @money({ description: 'amount × probability / 100.', formula: 'new.amount * new.probability / 100' }) expectedRevenue?: string | null;
  @date({ description: 'The closing date it then had.', writable: false, historical: true }) closingDate?: string | null;
  @boolean({ description: 'Whether the deal entered the stage with this row; otherwise only its amount, probability or closing date changed.', required: true, default: true, writable: false, derived: true })
  isStageEntry!: boolean;
  @integer({ description: 'Seconds from when the deal entered the stage until it left it; null in other rows, and while it is there.', writable: false, derived: true })
  secondsInStage?: number | null;
  @integer({ description: 'The same in whole days.', formula: 'new.seconds_in_stage / 86400', derived: true }) durationInStage?: number | null;
  @currency({ description: "The currency of the row's amounts.", required: true, writable: false }) currency!: string;
  @decimal({ description: "Units of the row's currency for one of the base currency.", required: true, writable: false })
  exchangeRate!: string;
}
