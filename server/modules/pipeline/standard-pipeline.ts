import { say, textOf } from '../../core/messages.js';
import { picklistKey } from '../../core/names.js';

/** A pipeline to be made. */
export interface PipelineTemplate {
  readonly key: string;
  readonly label: string;
  readonly stages: readonly StageTemplate[];
}

export interface StageTemplate {
  readonly key: string;
  readonly label: string;
  /** Percent. */
  readonly probability: number;
  readonly category: 'OPEN' | 'WON' | 'LOST';
  readonly forecastCategory: 'PIPELINE' | 'BEST_CASE' | 'COMMITTED' | 'CLOSED' | 'OMITTED';
  /** `#RRGGBB`. */
  readonly color?: string;
}

const stage = (label: string, probability: number, category: StageTemplate['category'], color: string): StageTemplate => ({
  key: picklistKey(label),
  label,
  probability,
  category,
  forecastCategory: ({ OPEN: 'PIPELINE', WON: 'CLOSED', LOST: 'OMITTED' } as const)[category],
  color,
});

/** The pipeline that every organisation starts with (modules.md 4). */
export const standardPipeline: PipelineTemplate = {
  key: 'STANDARD',
  label: 'Standard',
  stages: [
    stage('Qualification', 10, 'OPEN', '#9DB2BF'),
    stage('Needs Analysis', 20, 'OPEN', '#7FA6C9'),
    stage('Value Proposition', 40, 'OPEN', '#5E94C4'),
    stage('Identify Decision Makers', 60, 'OPEN', '#3F7FBF'),
    stage('Proposal/Price Quote', 75, 'OPEN', '#2F66B0'),
    stage('Negotiation/Review', 90, 'OPEN', '#274C9B'),
    stage('Closed Won', 100, 'WON', '#2E8B57'),
    stage('Closed Lost', 0, 'LOST', '#B0413E'),
    stage('Closed Lost to Competition', 0, 'LOST', '#8C2F39'),
  ],
};

/** The same with its labels in a language: they are the organisation's from then on. Its keys are the same in every one. */
export const standardPipelineIn = (language: string): PipelineTemplate => ({
  ...standardPipeline,
  label: textOf(say('texts.pipeline.STANDARD'), language),
  stages: standardPipeline.stages.map((one) => ({ ...one, label: textOf(say(`texts.stage.${one.key}`), language) })),
});
