import { createHash } from 'node:crypto';
import type pg from 'pg';
import { catalogueOf, languages, SOURCE_LANGUAGE } from './messages.js';
import { standardPicklists } from './picklist.js';

/** A standard value as a new organisation gets it: English, and what the catalogues say in other languages. */
export interface StandardValue {
  readonly picklist: string;
  readonly key: string;
  readonly label: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly category: string | null;
  /** From 1. */
  readonly place: number;
}

export const standardValues = (): StandardValue[] =>
  standardPicklists().flatMap(({ name, values }) =>
    values.map((value, index) => ({ picklist: name, ...value, labels: labelsOf(name, value.key), place: index + 1 })),
  );

const labelsOf = (picklist: string, key: string): Record<string, string> =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const label = language === SOURCE_LANGUAGE ? undefined : catalogueOf(language).picklists?.[picklist]?.[key];
      return label === undefined ? [] : [[language, label]];
    }),
  );

/**
 * Brings picklists that the product got later, and the labels of languages that came later, to every organisation that has
 * none of its own for them. A value whose English label was changed is the organisation's own and stays as it is. Does
 * nothing where the same was brought before.
 *
 * @param system a pool in the system role: it is about all organisations
 */
export async function bringStandardLabels(system: pg.Pool): Promise<void> {
  const values = standardValues();
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('base64url');
  const { rowCount: isBrought } = await system.query('SELECT FROM brought_labels WHERE digest = $1', [digest]);
  if (isBrought) return;
  await system.query(
    `INSERT INTO picklist_value (org, picklist, key, label, labels, category, place)
       SELECT o.org, s.picklist, s.key, s.label, s.labels, s.category, s.place FROM organization o
         CROSS JOIN json_to_recordset($1) AS s(picklist text, key text, label text, labels jsonb, category text, place int)
        WHERE NOT EXISTS (SELECT FROM picklist_value v WHERE v.org = o.org AND v.picklist = s.picklist)`,
    [JSON.stringify(values)],
  );
  await system.query(
    `UPDATE picklist_value v SET labels = s.labels || v.labels
       FROM json_to_recordset($1) AS s(picklist text, key text, label text, labels jsonb)
      WHERE v.picklist = s.picklist AND v.key = s.key AND v.label = s.label AND s.labels || v.labels <> v.labels`,
    [JSON.stringify(values)],
  );
  await system.query('INSERT INTO brought_labels (digest) VALUES ($1) ON CONFLICT DO NOTHING', [digest]);
}
