import { Readable } from 'node:stream';
import pg from 'pg';
import { camelCase } from '../../server/core/names.js';
import { standardPicklists } from '../../server/core/picklist.js';
import { inputName } from '../../server/core/fields.js';
import { newRowId, wireId } from '../../server/core/ids.js';
import { languages } from '../../server/core/messages.js';
import { leadsToRecord, type Field, type Module, type RelatedList } from '../../server/core/registry.js';
import { registry } from '../../server/modules/index.js';
import { defineJob } from '../../server/platform/jobs/kinds.js';
import { currencies, type Company, type Person, type Workspace } from './workspace.js';

/** An organisation whose every text carries its mark, and no text twice. */
export interface Marked {
  readonly mark: string;
  readonly org: string;
  readonly person: Person;
  /** Row ids by module, in their order; those of sessions and API keys too. */
  readonly ids: ReadonlyMap<string, string[]>;
  /** Row ids of two records in a list that the form of the second record of a module edits, by `Module.list`. */
  readonly nested: ReadonlyMap<string, readonly [string, string]>;
  /** A key of the picklist that only this organisation has. */
  key(picklist: string): string;
  /** A value that an input takes for the field. */
  value(module: Module, field: Field): unknown;
}

const isText = ({ kind }: Field): boolean => ['text', 'textarea', 'email', 'phone', 'url'].includes(kind);
const isMade = (workspace: Workspace, module: Module, verb = 'create'): boolean =>
  workspace.app.model.schema.getMutationType()!.getFields()[`${verb}${module.name}`] !== undefined;

/**
 * Two organisations of the same shape, one record after the other in turn so that their ids interleave, each with a
 * deleted record in every module, and with picklist values, stages and users that bear its mark. Numbers differ as well.
 */
export async function twoOrganizations(
  crm: Workspace,
  marks: readonly [string, string],
  rows: readonly [number, number],
): Promise<[Marked, Marked]> {
  const made = await Promise.all(marks.map((mark, index) => start(crm, mark, index + 1)));
  for (let row = 0; row < Math.max(...rows); row++) {
    for (const [index, one] of made.entries()) if (row < rows[index]!) await one.addRow(row);
  }
  for (const one of made) await one.finish();
  return [made[0]!.marked, made[1]!.marked];
}

/** Contacts, leads, products and taxes that only pairs are made with. */
const SPARES = 800;
/** Spare taxes come last. */
const SPARE_PLACE = 1_000_000;

async function start(crm: Workspace, mark: string, factor: number) {
  const users = ['chief', 'second', 'third', 'fourth'].map((name, index) => ({
    firstName: `${mark}_${name}`,
    lastName: `${mark}_l${index}`,
    email: `${name}@${mark}.example`,
    ...(index > 0 && { managerEmail: `chief@${mark}.example` }),
  }));
  const company: Company = await crm.company(`${mark}_inc`, users);
  const { system } = crm.app.database;
  const { org, chief: person } = company;
  const key = (picklist: string): string => `${mark}_${picklist}`.toUpperCase();
  const ids = new Map<string, string[]>();

  await markStandards(crm, org, { mark, factor, key, chief: person.userId });
  await addCredentials(crm, org, mark);
  await addJobs(crm, person, mark, factor);
  const readIds = async (): Promise<void> => {
    for (const module of registry.modules.values()) {
      const own = ['Contact', 'Lead', 'Product'].includes(module.name)
        ? ` AND NOT custom ? 'spare'`
        : module.name === 'Tax'
          ? ` AND place < ${SPARE_PLACE}`
          : '';
      const { rows } = await system.query<{ id: string }>(`SELECT id FROM ${module.table} WHERE org = $1${own} ORDER BY id`, [org]);
      const found = rows.map(({ id }) => id);
      ids.set(module.name, found);
    }
    for (const [name, table] of [
      ['Session', 'session'],
      ['ApiKey', 'api_key'],
      ['File', 'file'],
    ] as const) {
      const { rows } = await system.query<{ id: string }>(`SELECT id FROM ${table} WHERE org = $1 ORDER BY id`, [org]);
      ids.set(
        name,
        rows.map(({ id }) => id),
      );
    }
  };
  await readIds();
  const sparesIn = async (table: string, name = 'last_name'): Promise<string[]> => {
    const text = `INSERT INTO ${table} (org, id, owner_id, ${name}, custom) SELECT $1, crm_uuid7(), $2, $3 || '_spare_' || n, '{"spare": true}' FROM generate_series(1, $4) n RETURNING id`;
    return (await system.query<{ id: string }>(text, [org, person.userId, mark, SPARES])).rows.map(({ id }) => id);
  };
  const spareTaxes = async (): Promise<string[]> => {
    const text = `INSERT INTO tax (org, id, name, percentage, place) SELECT $1, crm_uuid7(), $2 || '_spare_' || n, n % 100, ${SPARE_PLACE} + n FROM generate_series(1, $3) n RETURNING id`;
    return (await system.query<{ id: string }>(text, [org, mark, SPARES])).rows.map(({ id }) => id);
  };
  const spares = new Map([
    ['Contact', await sparesIn('contact')],
    ['Lead', await sparesIn('lead')],
    ['Product', await sparesIn('product', 'product_name')],
    ['Tax', await spareTaxes()],
  ]);
  const stages = await person.ask('{ pipelineStages(filter: { category: { eq: LOST } }, orderBy: [{ place: ASC }]) { nodes { key } } }');
  const stage = stages['pipelineStages'].nodes[0].key as string;

  /** What a document for the first account, or of the first vendor, may name: records that nothing else changes. By module, on the wire. */
  const agreed = new Map<string, string>();

  let count = 0;
  const turns = new Map<Field, number>();
  const discounts = new Map<string, number>();
  const taken = new Map<string, number>();
  const others = Intl.supportedValuesOf('currency').filter((code) => !currencies.some(({ isoCode }) => isoCode === code));
  const value = (module: Module, field: Field): unknown => {
    // The shortest field holds ten characters.
    const text = `${mark}_${(++count).toString(36)}`;
    // A discount is an amount or percent: percent every third time, so that every form takes both.
    if (module.fields.has('discountPercent') && field.name === 'discount')
      discounts.set(module.name, (discounts.get(module.name) ?? -1) + 1);
    const isPercent = (discounts.get(module.name) ?? 0) % 3 === 0;
    if (module.fields.has('discountPercent') && field.name === (isPercent ? 'discount' : 'discountPercent')) return undefined;
    const number = 1000 * factor * factor + count;
    switch (field.kind) {
      case 'phone':
        return `${text}_${count}`;
      case 'email':
        return `${text}@${mark}.example`;
      case 'url':
        return `https://${text}.example`;
      case 'integer':
        // Its deals are lost, so that they have a reason for it.
        if (module.name === 'Deal' && field.name === 'probability') return 0;
        return field.range ? Math.min(number, field.range[1] - factor) : number;
      case 'money':
        return `${number}.${factor}`;
      case 'decimal':
        // The rate of a record in base currency is 1.
        if (field.filledIn) return '1';
        return field.range && field.range[1] <= 100 ? `${(count % 90) + 1}.${factor}` : `${number}.${factor}`;
      case 'boolean':
        // One pipeline is the default, and what is retired is not offered to others.
        if (['productActive', 'taxable', 'active'].includes(field.name)) return true;
        return factor === 1 && !['isDefault', 'isRetired'].includes(field.name);
      case 'date':
        if (module.unique.flat().includes(field.name)) return new Date(Date.UTC(1900 + 60 * factor, 0, count)).toISOString().slice(0, 10);
        // What ends on a day begins a month before.
        return `20${20 + factor}-${field.notBefore ? '03' : '02'}-${String((count % 28) + 1).padStart(2, '0')}`;
      case 'instant':
        return `20${20 + factor}-02-01T00:00:00.000Z`;
      case 'picklist':
        return key(field.picklist!.name);
      case 'enum':
        return Object.keys(field.enum!.values)[0];
      case 'currency':
        return module.name === 'Currency' ? others.pop() : 'EUR';
      case 'timeZone':
        return factor === 1 ? 'Europe/Amsterdam' : 'Asia/Tokyo';
      case 'language':
        return languages[0];
      case 'externalIds':
        return { [mark]: text };
      case 'json':
        if (field.name === 'nextNumberByYear') return { 2028: number };
        return [{ taxId: wireId(registry.module('Tax'), ids.get('Tax')![0]!) }];
      case 'lookup':
      case 'reference': {
        // A reference leads to two of its modules in turn; `entangle` adds the others.
        const turn = turns.get(field) ?? 0;
        turns.set(field, turn + 1);
        const targets = registry.targets(field);
        const target = targets[turn % 2 === 0 ? 0 : Math.floor(targets.length / 2)]!;
        // No two records may share the pair that this is half of.
        // Of the links of products the product is another each time.
        const isOfPair =
          module.unique.some((names) => names.includes(field.name)) && (module.name !== 'ProductLink' || target.name === 'Product');
        // One product that is on lines is in a price book: in the second, where `finish` puts it.
        const isPriced = module.name === 'ListPrice' && ids.get('ListPrice')!.length === 1;
        if (module.name === 'LineItem' && target.name === 'PriceBook')
          return nested.size > 0 ? wireId(target, ids.get('PriceBook')![1]!) : undefined;
        const others = isOfPair && !isPriced ? spares.get(target.name) : undefined;
        if (others) {
          const at = taken.get(target.name) ?? 0;
          taken.set(target.name, at + 1);
          const row = others.at(-1 - at);
          if (!row) throw new Error(`All ${SPARES} spare records of ${target.name} are taken: make more.`);
          return wireId(target, row);
        }
        const agreeing = module.fields.has('grandTotal') ? agreed.get(target.name) : undefined;
        if (agreeing) return agreeing;
        // The base currency, the first, has no rates.
        const known = ids.get(target.name)!.at(target.name === 'Currency' ? 1 : 0);
        return field.inputKey ? stage : known && wireId(target, known);
      }
      default:
        if (field.name === 'numberPattern') return `${text}-{yyyy}-{0000}`;
        if (field.name === 'iban') return factor === 1 ? 'NL91ABNA0417164300' : 'DE89370400440532013000';
        if (field.name === 'bic') return factor === 1 ? 'ABNANL2A' : 'COBADEFF';
        if (field.name === 'color') return `#${String(count).padStart(6, '0')}`;
        return field.name === 'key' ? text.toUpperCase() : text;
    }
  };

  const inputOf = (module: Module, row: number, way: number): Record<string, unknown> => {
    const { oneOf } = module;
    const chosen = oneOf[(row + way) % oneOf.length];
    const isSaid = (field: Field): boolean => row !== 2 || (field.required && !field.filledIn && field.default === undefined);
    const fields = [...module.fields.values()].filter(
      (field) => field.writable && (oneOf.includes(field) ? field === chosen : isSaid(field)),
    );
    return Object.fromEntries(fields.map((field) => [inputName(field), value(module, field)]));
  };

  const nested = new Map<string, readonly [string, string]>();
  const marked: Marked = { mark, org, person, ids, nested, key, value };
  return {
    marked,
    /** One record of each module that can be made; the third says only what it must. */
    async addRow(row: number): Promise<void> {
      for (const module of registry.modules.values()) {
        if (!isMade(crm, module)) continue;
        const one = camelCase(module.name);
        // Of what leads to one of many there is one for each.
        for (let way = 0; way < (module.oneOf.length > 2 ? module.oneOf.length : 1); way++) {
          const created = await person.ask(
            `mutation ($input: ${module.name}CreateInput!) { create${module.name}(input: $input) { ${one} { id } } }`,
            { input: { ...inputOf(module, row, way), ...neededLists(marked, module) } },
          );
          const { id } = created[`create${module.name}`][one] as { id: string };
          ids.get(module.name)!.push(id.slice(module.prefix.length + 1));
          if (!isMade(crm, module, 'update')) continue;
          await person.ask(
            `mutation ($id: ID!, $input: ${module.name}UpdateInput!) { update${module.name}(id: $id, input: $input) { ${one} { id } } }`,
            { id, input: changed(module, row) },
          );
        }
      }
    },
    /** The last record of each goes to the bin. */
    async finish(): Promise<void> {
      await readIds();
      await addAgreed();
      for (const module of registry.modules.values()) {
        const known = ids.get(module.name)!;
        if (known.length === 1) continue;
        await system.query(`UPDATE ${module.table} SET deleted_at = now() WHERE org = $1 AND id = $2`, [org, known.at(-1)]);
      }
      // What a record starts with is in both organisations' lists.
      for (const { table, fields } of registry.modules.values())
        for (const { column, picklist, default: standard } of fields.values())
          if (picklist && standard)
            await system.query(`UPDATE ${table} SET ${column} = $2 WHERE org = $1 AND ${column} = $3`, [
              org,
              `${key(picklist.name)}_2`,
              standard,
            ]);
      // As if the deals had stood in their stages for days.
      await system.query('UPDATE deal_stage_history SET seconds_in_stage = 100000 * $2::int WHERE org = $1', [org, factor]);
      // Parts, and pairs that nothing changes, are at another version than the first as well.
      await system.query(`UPDATE line_item SET product_description = product_description || '_' WHERE org = $1`, [org]);
      await system.query('UPDATE price_range SET discount = discount + 0.5 WHERE org = $1', [org]);
      for (const [at, id] of ids.get('ProductTax')!.entries())
        await system.query('UPDATE product_tax SET tax_id = $2 WHERE org = $1 AND id = $3', [org, ids.get('Tax')![1 + (at % 2)], id]);
      // What only the product itself writes, as a conversion would.
      for (const module of registry.modules.values()) {
        const own = [...module.fields.values()].filter(
          ({ writable, formula, system: isSystem, derived }) => !writable && !formula && !isSystem && !derived,
        );
        if (!isMade(crm, module)) continue;
        for (const field of own.filter(({ kind }) => kind === 'lookup' || kind === 'instant')) {
          const given = field.kind === 'lookup' ? ids.get(registry.target(field).name)![0] : `20${20 + factor}-03-01T00:00:00.000Z`;
          await system.query(`UPDATE ${module.table} SET ${field.column} = $2 WHERE org = $1 AND id = $3`, [
            org,
            given,
            ids.get(module.name)![1],
          ]);
        }
      }
      // The second of those that have a list of others in their form has two in it.
      for (const module of registry.modules.values()) {
        for (const { name: list, module: of, via } of module.nestedLists) {
          if (via.inverse!.nested === 'create') continue;
          const { table, oneOf } = registry.module(of);
          const second = ids.get(module.name)![1]!;
          // Of those that lead to one of several, each has its own; others come from wherever they were.
          if (!oneOf.includes(via) || via === oneOf[0])
            await system.query(`UPDATE ${table} SET ${via.column} = $2 WHERE org = $1 AND id = ANY($3)`, [
              org,
              second,
              ids.get(of)!.slice(1, 3),
            ]);
          const found = await system.query<{ id: string }>(
            `SELECT id FROM ${table} WHERE org = $1 AND ${via.column} = $2 AND deleted_at IS NULL ORDER BY id LIMIT 2`,
            [org, second],
          );
          if (via.inverse!.parts && registry.module(of).links.length === 0)
            await system.query(
              `UPDATE ${table} SET deleted_at = now() WHERE org = $1 AND id = (SELECT id FROM ${table} WHERE org = $1 AND ${via.column} = $2 ORDER BY id DESC LIMIT 1)`,
              [org, second],
            );
          // Of two quotes in all the second is in the bin.
          if (of === 'LineItem' && found.rows.length > 0)
            await system.query('UPDATE line_item SET price_book_id = $2 WHERE org = $1 AND id = $3', [
              org,
              ids.get('PriceBook')![1],
              found.rows[0]!.id,
            ]);
          nested.set(`${module.name}.${list}`, found.rows.map(({ id }) => id) as unknown as [string, string]);
        }
      }
    },
  };

  async function addAgreed(): Promise<void> {
    const of = (name: string): string => wireId(registry.module(name), ids.get(name)![0]!);
    const accountId = of('Account');
    const subject = `${mark}_agreed`;
    const lineItems = { create: [{ productId: of('Product'), quantity: '1', listPrice: '1' }] };
    const inputs: Readonly<Record<string, () => object>> = {
      Contact: () => ({ lastName: subject, accountId, vendorId: of('Vendor') }),
      Deal: () => ({ dealName: subject, accountId, stage, closingDate: '2021-02-01' }),
      Quote: () => ({ subject, accountId, dealId: agreed.get('Deal'), lineItems }),
      SalesOrder: () => ({ subject, accountId, dealId: agreed.get('Deal'), quoteId: agreed.get('Quote'), lineItems }),
    };
    for (const [name, input] of Object.entries(inputs)) {
      const created = await person.ask(
        `mutation ($input: ${name}CreateInput!) { create${name}(input: $input) { ${camelCase(name)} { id } } }`,
        { input: input() },
      );
      agreed.set(name, created[`create${name}`][camelCase(name)].id as string);
    }
  }

  /** A change, so that no record is at its first version; of amounts too, so that what keeps a history has one. */
  function changed(module: Module, row: number): Record<string, unknown> {
    const fields = [...module.fields.values()].filter(
      ({ name, kind, writable, required, filledIn, fixed }) =>
        writable &&
        !fixed &&
        ((kind === 'money' && row !== 2) ||
          (kind === 'text' && required) ||
          (kind === 'picklist' && required && row > 0) ||
          (kind === 'decimal' && !filledIn) ||
          name === 'symbol' ||
          (module.name === 'ProductLink' && name === 'description')),
    );
    const next = (field: Field): unknown => (field.kind === 'picklist' ? `${key(field.picklist!.name)}_2` : value(module, field));
    return Object.fromEntries(fields.map((field) => [inputName(field), next(field)]));
  }
}

/** What a new record of a module can not do without beside its fields. */
export function neededLists(marked: Marked, module: Module): Record<string, unknown> {
  const list = (name: string, create: object[]): Record<string, unknown> => ({ [name]: { create } });
  if (module.name === 'Pipeline') return list('stages', newStages(marked));
  if (module.name === 'PriceBook') return list('pricingDetails', [newRow(marked, 'PriceRange'), newRow(marked, 'PriceRange')]);
  return module.fields.has('grandTotal')
    ? list(
        'lineItems',
        [1, 2, 3].map(() => newRow(marked, 'LineItem')),
      )
    : {};
}

/** A row of a list in a form, with a value for each of its fields. */
function newRow(marked: Marked, name: string): Record<string, unknown> {
  const module = registry.module(name);
  const fields = [...module.fields.values()].filter((field) => field.writable && !module.oneOf.includes(field) && !field.inverse?.nested);
  return Object.fromEntries(fields.map((field) => [inputName(field), marked.value(module, field)]));
}

/** A stage of each category, which a new pipeline can not do without; the first as full as an input can be. */
export function newStages({ value }: Pick<Marked, 'value'>): Record<string, unknown>[] {
  const module = registry.module('PipelineStage');
  const of = (name: string): unknown => value(module, module.fields.get(name)!);
  const stage = { label: of('label'), color: of('color'), category: 'OPEN', probability: 10 };
  return [stage, ...['WON', 'LOST'].map((category) => ({ label: of('label'), category, probability: category === 'WON' ? 100 : 0 }))];
}

/** Puts the mark on what every organisation starts with; adds picklist values of its own. */
async function markStandards(
  crm: Workspace,
  org: string,
  { mark, factor, key, chief }: { mark: string; factor: number; key: Marked['key']; chief: string },
): Promise<void> {
  const { system } = crm.app.database;
  // So that the least that a lead needs is enough.
  await system.query('UPDATE organization SET requires_lead_company = false WHERE org = $1', [org]);
  const relabel = `UPDATE picklist_value SET label = $2 || '_' || picklist || '_' || place, color = '#' || $2, place = $3 * place WHERE org = $1`;
  await system.query(relabel, [org, mark, factor]);
  const hasSecond = new Set(
    [...registry.modules.values()].flatMap(({ fields }) =>
      [...fields.values()].flatMap((field) => (field.default ? (field.picklist?.name ?? []) : [])),
    ),
  );
  // Values of its own alone: those that both have would be two answers to one question where there are no walls.
  const add = `INSERT INTO picklist_value (org, picklist, key, label, color, place, category) VALUES ($1, $2, $3, $4, $5, 0, $6)`;
  for (const { name, categories } of standardPicklists())
    for (const end of ['', ...(hasSecond.has(name) ? ['_2'] : [])])
      await system.query(add, [org, name, `${key(name)}${end}`, `${mark}_${name}${end}`, mark, categories[0] ?? null]);
  await system.query(
    `INSERT INTO profile (org, id, name, kind, description) SELECT $1, crm_uuid7(), 'name' || n, 'STANDARD', 'about' || n FROM generate_series(3, 4) n`,
    [org],
  );
  await system.query(
    `UPDATE document_setting SET next_number = next_number + $2::int * 100, next_number_by_year = jsonb_build_object('2027', $2::int * 7),
       payment_term_days = 10 * $2::int, payment_term_basis = 'END_OF_MONTH' WHERE org = $1`,
    [org, factor],
  );
  // The second, which mutations change, is that of invoices, which alone takes all that a setting can say.
  for (const [from, to] of [
    ['SALES_ORDER', 'SWAPPED'],
    ['INVOICE', 'SALES_ORDER'],
    ['SWAPPED', 'INVOICE'],
  ])
    // prettier-ignore
    await system.query('UPDATE document_setting SET document = $3 WHERE org = $1 AND document = $2', [org, from, to]);
  await system.query(`UPDATE tax SET percentage = $2 WHERE org = $1`, [org, factor]);
  await system.query(`UPDATE currency SET symbol = $2 WHERE org = $1`, [org, `${mark.slice(-4)}${factor}`]);
  await system.query(`UPDATE exchange_rate SET rate = rate + $2 WHERE org = $1`, [org, factor]);
  await system.query(
    `UPDATE app_user SET language = 'en', time_zone = $2, week_start = 'SUNDAY', date_format = 'DMY_DOTS', time_format = 'H12', number_format = 'SPACE_POINT', name_format = 'SALUTATION_LAST_FIRST' WHERE org = $1 AND id <> $3`,
    [org, factor === 1 ? 'Europe/Paris' : 'Asia/Seoul', chief],
  );
  for (const module of registry.modules.values()) {
    const texts = [...module.fields.values()].filter((field) => isText(field) && !field.formula);
    const hasStandards = ['Pipeline', 'PipelineStage', 'Tax'].includes(module.name);
    if ((isMade(crm, module) && !hasStandards) || texts.length === 0) continue;
    const set = texts.map(({ column }) => `${column} = $2 || '_${column}_' || left(md5(id::text), 8)`);
    await system.query(`UPDATE ${module.table} SET ${set.join(', ')} WHERE org = $1`, [org, mark]);
  }
}

/** Sessions and API keys of everybody that bear the mark, each key with a value for all that is said of it. */
async function addCredentials(crm: Workspace, org: string, mark: string): Promise<void> {
  const { system } = crm.app.database;
  await system.query(`UPDATE session SET address = $2 || '_' || left(id::text, 8), user_agent = $2 || '_agent' WHERE org = $1`, [
    org,
    mark,
  ]);
  await system.query(
    `INSERT INTO api_key (org, id, user_id, name, prefix, hash, is_read_only, expires_at, last_used_at, revoked_at)
     SELECT org, crm_uuid7(), id, $2 || '_key', $2 || '_' || left(md5(id::text), 8), sha256(id::text::bytea), true, now() + interval '1 year', now(), now() FROM app_user WHERE org = $1`,
    [org, mark],
  );
  await system.query(`INSERT INTO unique_field (org, module, field) VALUES ($1, 'Lead', 'fax')`, [org]);
  await system.query(
    `INSERT INTO idempotency_key (org, credential_id, key, fingerprint, access, answer) SELECT org, id, sha256($2::bytea), '', '', $2 || '_answer' FROM session WHERE org = $1`,
    [org, mark],
  );
}

/** The states of the jobs that each organisation has, oldest first: what can be paused, resumed, cancelled and undone comes after the first. */
export const jobStates = ['QUEUED', 'RUNNING', 'PAUSED', 'QUEUED', 'FAILED', 'DONE'] as const;

/** Jobs that bear the mark, each with rows, and a file and an upload of each user's. */
async function addJobs(crm: Workspace, { org, userId }: Person, mark: string, factor: number): Promise<void> {
  // One has content: what can be imported.
  const table = `Account Name,Id,Parent Account,Nonsense,Annual Revenue\n${mark}_import,${mark}_key,${mark}_parent,x,${factor}\n${mark}_bad,,,x,none\n`;
  await crm.app.services.files.store(Readable.from([Buffer.from(table)]), {
    org,
    userId,
    fileName: `${mark}.csv`,
    contentType: 'text/csv',
    lifetimeMinutes: 60,
  });
  const { system } = crm.app.database;
  const kind = `${mark}_KIND`.toUpperCase();
  defineJob({ kind, run: () => Promise.resolve(), undo: () => Promise.resolve() });
  const jobs = jobStates.map(() => newRowId());
  // The last row is of the first job: the last job goes to the bin.
  const rows = [1, 2].flatMap((n) => jobs.toReversed().map((job) => ({ id: newRowId(), job, n })));
  await system.query(
    `INSERT INTO job (org, id, created_by_id, modified_by_id, kind, state, total, processed, created, updated, unchanged, failed, started_at, finished_at, error_code, error_message, file_id, result)
     SELECT $1, s.id, $2, $2, $3, s.state, $4 * 100 + n, $4 * 200 + n, $4 * 300 + n, $4 * 400 + n, $4 * 500 + n, $4 * 600 + n, now() + $4 * interval '1 day', now() + $4 * interval '2 days',
            $5 || '_code_' || n, $5 || '_message_' || n, $5 || '_file_' || n, jsonb_build_object('mark', $5 || '_result_' || n)
       FROM unnest($6::text[], $7::uuid[]) WITH ORDINALITY AS s (state, id, n)`,
    [org, userId, kind, factor, mark, jobStates, jobs],
  );
  await system.query(
    `INSERT INTO job_run (org, job_id, kind, user_id, parameters, ticket, is_live) SELECT org, id, kind, $2, '{}', gen_random_uuid(), false FROM job WHERE org = $1`,
    [org, userId],
  );
  await system.query(
    `INSERT INTO job_row (org, id, job_id, created_by_id, modified_by_id, place, outcome, record_id, error_code, error_message, faults)
     SELECT $1, r.id, r.job_id, $2, $2, $3 * 10 + n, 'REJECTED', $4 || '_record_' || n, $4 || '_code_' || n, $4 || '_message_' || n, jsonb_build_array($4 || '_fault_' || n)
       FROM unnest($5::uuid[], $6::uuid[], $7::int[]) AS r (id, job_id, n)`,
    [org, userId, factor, mark, rows.map(({ id }) => id), rows.map(({ job }) => job), rows.map(({ n }) => n)],
  );
  await system.query(
    `INSERT INTO import_mapping (org, id, created_by_id, modified_by_id, name, module, settings)
     SELECT $1, crm_uuid7(), $2, $2, $3 || '_mapping_' || n, $3 || '_module_' || n, jsonb_build_object('source', $3 || '_source_' || n) FROM generate_series(1, 4) n`,
    [org, userId, mark],
  );
  // No record is at its first version.
  await system.query(`UPDATE import_mapping SET name = name || '_' WHERE org = $1`, [org]);
  await system.query(
    `INSERT INTO file (org, id, user_id, key, file_name, content_type, size, expires_at)
     SELECT $1, crm_uuid7(), id, md5(id::text), $2 || '_file', $2 || '/file', $3::int, now() + $3::int * interval '1 day' FROM app_user WHERE org = $1`,
    [org, mark, factor],
  );
  await system.query(
    `INSERT INTO upload_ticket (org, hash, user_id, file_id, file_name, content_type, size, expires_at)
     SELECT $1, sha256(id::text::bytea), id, crm_uuid7(), $2 || '_file', $2 || '/file', 1, now() + interval '1 hour' FROM app_user WHERE org = $1`,
    [org, mark],
  );
}

/**
 * Makes rows of the first organisation refer to records of the second in every lookup, and the other way round: what the
 * product never lets in. So each look-up and each related list has something foreign to hide.
 *
 * @returns the second organisation's row ids that now stand in the first one's rows
 */
export async function entangle(url: string, [ours, theirs]: readonly [Marked, Marked]): Promise<Set<string>> {
  const planted = new Set<string>();
  await asOwner(url, async (run) => {
    const keys = await run(
      `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint WHERE (contype = 'f' OR conname LIKE '%\\_one\\_of') AND conparentid = 0 AND connamespace = 'public'::regnamespace`,
    );
    for (const { table, name } of keys) await run(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const module of registry.modules.values()) {
      const lookups = [...module.fields.values()].filter(leadsToRecord);
      await run(`ALTER TABLE ${module.table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
      const pairs = [
        [ours, theirs, 0],
        [theirs, ours, 1],
      ] as const;
      for (const [one, other, at] of pairs) {
        // What an organisation starts with was made by nobody.
        const [, maker] = one.ids.get('User')!;
        const made = `created_by_id = '${maker!}', modified_by_id = '${maker!}'`;
        await run(`UPDATE ${module.table} SET ${made} WHERE org = '${one.org}' AND created_by_id IS NULL`);
        for (const field of lookups.filter(({ kind }) => kind === 'reference')) {
          // A row leads to one record: each module of a reference gets a row that leads to ours, and one to theirs.
          for (const target of registry.targets(field)) {
            const records = other.ids.get(target.name)!;
            const bait = records[at] ?? records[0]!;
            if (one === ours) planted.add(bait);
            for (const record of [one.ids.get(target.name)![0]!, bait]) {
              const id = newRowId();
              const changes = `jsonb_build_object('id', '${id}', '${field.column}', '${record}', '${field.moduleColumn!}', '${target.prefix}')`;
              await run(
                `INSERT INTO ${module.table} SELECT (jsonb_populate_record(r, ${changes})).* FROM ${module.table} r WHERE r.org = '${one.org}' AND r.id = '${one.ids.get(module.name)![0]!}' ON CONFLICT DO NOTHING`,
              );
              // Filters by ids ask for them too.
              one.ids.get(module.name)!.push(id);
            }
          }
        }
        for (const field of lookups.filter(({ kind }) => kind === 'lookup')) {
          const records = other.ids.get(registry.target(field).name)!;
          const bait = records[at] ?? records[0]!;
          if (one === ours) planted.add(bait);
          // Whoever walks must still be someone with a profile.
          const first = one.ids.get(module.name)![module.name === 'User' ? 1 : 0];
          await run(`UPDATE ${module.table} SET ${field.column} = '${bait}' WHERE org = '${one.org}' AND id = '${first!}'`);
        }
      }
      await run(`ALTER TABLE ${module.table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
    }
  });
  return planted;
}

/** Takes the row level security off every table: from here on only the statements' own predicates guard. */
export const withoutRowSecurity = (url: string): Promise<void> =>
  asOwner(url, async (run) => {
    for (const { name } of await run(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity`,
    )) {
      await run(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
    }
  });

/** Removes every row of an organisation, as if it had never been. */
export async function wipe(url: string, org: string): Promise<void> {
  await withoutRowSecurity(url);
  await asOwner(url, async (run) => {
    for (const { name } of await run(tablesOfOrganizations)) await run(`DELETE FROM ${name} WHERE org = '${org}'`);
  });
}

/** The tables that hold rows of organisations; partitions are reached through theirs. */
export const tablesOfOrganizations = `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org'
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`;

/** A line for each table: how many rows an organisation has in it, and their digest. */
export async function digestsOf(system: pg.Pool, org: string): Promise<string[]> {
  const { rows: tables } = await system.query<{ name: string }>(tablesOfOrganizations);
  return Promise.all(
    tables.map(async ({ name }) => {
      const digest = `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${name} t WHERE org = $1`;
      const { rows } = await system.query<{ digest: string }>(digest, [org]);
      return `${name} ${rows[0]!.digest}`;
    }),
  );
}

/** Two records in a list of the second record of a module; of lists that are only made, any. */
export const nestedOf = ({ nested, ids }: Pick<Marked, 'nested' | 'ids'>, parent: Module, list: RelatedList): readonly string[] =>
  nested.get(`${parent.name}.${list.name}`) ?? ids.get(list.module)!.slice(1, 3);

/** What a mutation acts on must not be what the one before has deleted, or moved to another record. */
export async function revive(system: pg.Pool, { org, ids, nested }: Marked, module: Module): Promise<void> {
  const [, parent, deleted] = ids.get(module.name)!;
  await system.query(`UPDATE ${module.table} SET deleted_at = NULL WHERE org = $1 AND id = $2 AND deleted_at IS NOT NULL`, [org, deleted]);
  for (const list of module.nestedLists) {
    const { column, inverse } = list.via;
    const set = inverse!.nested === 'create' ? 'deleted_at = NULL' : `deleted_at = NULL, ${column} = $3`;
    const isElsewhere = inverse!.nested === 'create' ? '$3::uuid IS NULL' : `${column} IS DISTINCT FROM $3`;
    await system.query(
      `UPDATE ${registry.module(list.module).table} SET ${set} WHERE org = $1 AND id = ANY($2) AND (deleted_at IS NOT NULL OR ${isElsewhere})`,
      [org, nestedOf({ nested, ids }, module, list), parent],
    );
  }
}

export async function asOwner<T>(
  url: string,
  work: (run: (sql: string, values?: unknown[]) => Promise<Record<string, string>[]>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (sql, values) => (await client.query<Record<string, string>>(sql, values)).rows);
  } finally {
    await client.end();
  }
}
