import type { RecordSql } from '../../core/registry.js';

/**
 * What a deal keeps of its stage's category (`Deal.stageCategory`, and what follows from it) is right at once when the
 * category itself is changed: the deals of the stage are written as they are, and their own trigger does the rest.
 */
export const stageCategorySql: RecordSql = {
  functions: {
    // In plpgsql, so that the table need not exist when the function is made.
    crm_stage_category: `CREATE OR REPLACE FUNCTION crm_stage_category(organization uuid, stage uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT s.category FROM pipeline_stage s WHERE s.org = organization AND s.id = stage);
END
$$`,
    pipeline_stage_touch_deals: `CREATE OR REPLACE FUNCTION pipeline_stage_touch_deals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE deal d SET stage_id = d.stage_id WHERE d.org = new.org AND d.stage_id = new.id;
  RETURN NULL;
END
$$`,
  },
  triggers: {
    pipeline_stage_touch_deals: 'AFTER UPDATE ON pipeline_stage FOR EACH ROW WHEN (new.category IS DISTINCT FROM old.category) EXECUTE FUNCTION pipeline_stage_touch_deals()',
  },
};
