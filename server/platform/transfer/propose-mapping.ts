import { inputName } from '../../core/fields.js';
import { catalogueOf, languages } from '../../core/messages.js';
import { leadsToRecord, type Field, type Module, type Registry } from '../../core/registry.js';
import { headerNames, historyNames, idNames, signatures, systemNames, type SourceSystem } from './header-names.js';
import { isReasonColumn } from './own-files.js';

/** Where the cells of a column go. */
export type MappingTarget =
  /** A field, by the name that inputs have for it; `id` is the record's own id with us. */
  | { readonly field: string }
  /** The record's id in the system that it comes from. */
  | { readonly externalId: SourceSystem | null }
  /** A lookup, by its name: the record is found by its id in the system it comes from, by its name, or by a unique field (a user by e-mail). */
  | { readonly lookup: string; readonly by: 'externalId' | 'name' | 'unique'; readonly source?: SourceSystem };

export interface ProposedColumn {
  readonly column: string;
  readonly target: MappingTarget | null;
  /** 0 to 1; 0 where there is no target. */
  readonly confidence: number;
  /** Why there is none: another column fits the field better, systems keep it for themselves, we work it out, or nobody knows it. */
  readonly reason?: 'taken' | 'system' | 'computed' | 'unknown';
}

/**
 * Proposes for each column of a file where it goes. A field is proposed once, for the column that fits it best.
 *
 * @param language of who imports, whose labels are tried beside the others
 * @param source where the file comes from, if that is known; guessed from the columns otherwise
 * @param withHistory whether columns may fill what only an administrator's import brings along
 */
export function proposeMapping(
  columns: readonly string[],
  module: Module,
  registry: Registry,
  language: string,
  source: SourceSystem | null = guessSource(columns),
  withHistory = false,
): ProposedColumn[] {
  const candidates = candidatesOf(module, registry, language, source, withHistory);
  const found = columns.flatMap((column, index) =>
    variants(column, module).flatMap(({ key, weight }) =>
      (candidates.get(key) ?? []).map((candidate) => ({ index, target: candidate.target, confidence: candidate.weight * weight })),
    ),
  );
  const proposed: ProposedColumn[] = columns.map((column) => ({
    column,
    target: null,
    confidence: 0,
    reason: reasonOf(column, module, language),
  }));
  const taken = new Set<string>();
  for (const { index, target, confidence } of found.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    if (proposed[index]!.target) continue;
    const place = placeOf(target);
    if (taken.has(place)) {
      proposed[index] = { column: columns[index]!, target: null, confidence: 0, reason: 'taken' };
      continue;
    }
    taken.add(place);
    proposed[index] = { column: columns[index]!, target, confidence: Math.round(confidence * 100) / 100 };
  }
  return proposed;
}

/** What a file holds and where it comes from, as far as its name and header tell; null where they do not. */
export function guessOrigin(
  columns: readonly string[],
  registry: Registry,
  language: string,
  fileName = '',
): { readonly module: string | null; readonly source: SourceSystem | null } {
  const source = guessSource(columns);
  const modules = [...registry.modules.values()].filter(({ roots, singleton, isHistory }) => (roots && !singleton) || isHistory);
  const named = modules.filter((module) => module.isImportable || module.isHistory);
  // Records of one kind are not made of a file that says it holds another, even where that can't be imported.
  const title = titleOf(fileName);
  const found = [...named, ...modules].find((module) => namesOfModule(module).some((name) => plain(name) === title));
  if (found) return { module: found.name, source };
  const scores = modules
    .filter(({ isHistory }) => !isHistory)
    .map((module) => ({ module, ...scoreOf(columns, module, registry, language, source) }))
    .filter(({ score, filled }) => score > 0 && filled > 0)
    .sort((a, b) => b.score - a.score);
  // Of two that it fits alike, the one that most files are about: we know what others call those.
  const [best, next] = scores
    .filter(({ module }) => module.hasExternalIds)
    .sort((a, b) => b.score - a.score || placeOfModule(a.module) - placeOfModule(b.module));
  // Two others that it fits alike, or one that no import makes and that it fits far better: then nobody knows.
  const isTied = best && next && best.score === next.score && !headerNames[best.module.name];
  const isClear = best && !isTied && scores[0]!.score < best.score + FAR;
  return { module: isClear ? best.module.name : null, source };
}

/** The name of a file without its folder, its ending, and what is added to names: numbers, days, what we add ourselves. */
const titleOf = (fileName: string): string =>
  plain(
    fileName
      .replace(/^.*[/\\]/, '')
      .replace(/\.\w+$/, '')
      .replace(/(?:[\s_.()\d-]|export|rejected)*$/i, ''),
  );

/** In hundredths of a column. */
const FAR = 100;
const order = Object.keys(headerNames);
const placeOfModule = ({ name }: Module): number => (order.includes(name) ? order.indexOf(name) : order.length);

function scoreOf(
  columns: readonly string[],
  module: Module,
  registry: Registry,
  language: string,
  source: SourceSystem | null,
): { score: number; filled: number } {
  const proposed = proposeMapping(columns, module, registry, language, source);
  const places = new Set(proposed.flatMap(({ target }) => (target ? [placeOf(target)] : [])));
  const missing = [...module.fields.values()].filter(
    (field) => field.required && field.writable && !field.filledIn && field.default === undefined && !places.has(field.name),
  );
  const isOwned = columns.some((column) => namesOfModule(module).some((name) => plain(column) === plain(`${name} owner`)));
  // What we work out ourselves is not taken, but tells what it is about.
  const computed = proposed.filter(({ reason }) => reason === 'computed').length;
  const sum = proposed.reduce((total, { confidence }) => total + confidence, computed / 2);
  // A module that says nothing to most of the columns is not what they are about.
  const strange = proposed.filter(({ reason }) => reason === 'unknown').length;
  const score = sum - 3 * missing.length - strange / 4 + (isOwned ? 2 : 0);
  return { score: Math.round(score * 100), filled: places.size };
}

/** What a module is called: by us, in any language, and by others. */
const namesOfModule = ({ name }: Module): string[] => [
  ...(headerNames[name]?.module ?? []),
  name,
  ...languages.flatMap((tag) => [catalogueOf(tag).labels[name] ?? [], catalogueOf(tag).plurals[name] ?? []].flat()),
];

/** The system whose marks a header bears. */
export function guessSource(columns: readonly string[]): SourceSystem | null {
  const counts = Object.entries(signatures).map(([source, marks]) => {
    const hits = columns.filter((column) => marks.some((mark) => (typeof mark === 'string' ? mark === column : mark.test(column))));
    return { source: source as SourceSystem, count: hits.length };
  });
  const [best] = counts.filter(({ count }) => count >= 2).sort((a, b) => b.count - a.count);
  // One mark that no other system could have made is enough.
  const alone = columns.includes('Record Id')
    ? 'zoho'
    : columns.includes('Record ID') || columns.includes('hs_object_id')
      ? 'hubspot'
      : null;
  return best?.source ?? alone;
}

const MAX_FORMS = 20_000;
/** In characters; headers of others may be of any length. */
const MAX_KEPT = 100;
const plainForms = new Map<string, string>();

interface Candidate {
  readonly target: MappingTarget;
  readonly weight: number;
}

/** Exactly what we call it; what we call it in another language; what others call it; what an id or an address of it is called. */
const [OWN, OTHER_LANGUAGE, SYNONYM, DERIVED] = [1, 0.95, 0.9, 0.85] as const;
/** Where a file has both, the id of a record goes before its name. */
const SURER = 0.01;

/** By the plain form of a header. */
function candidatesOf(
  module: Module,
  registry: Registry,
  language: string,
  source: SourceSystem | null,
  withHistory: boolean,
): ReadonlyMap<string, Candidate[]> {
  const candidates = new Map<string, Candidate[]>();
  const add = (name: string, target: MappingTarget, weight: number): void => {
    const key = plain(name);
    if (key === '') return;
    const known = candidates.get(key) ?? [];
    if (!known.some((one) => placeOf(one.target) === placeOf(target))) candidates.set(key, [...known, { target, weight }]);
  };
  for (const field of module.fields.values()) {
    if (!isFilled(field, withHistory)) continue;
    for (const { name, weight } of namesOf(module, field, language)) {
      if (!leadsToRecord(field) || field.inputKey) add(name, { field: inputName(field) }, weight);
      // As our exports call it: `stage.key`, `stage.label`.
      if (field.inputKey) for (const part of ['key', 'label']) add(`${name} ${part}`, { field: inputName(field) }, weight);
      if (leadsToRecord(field) && !field.inputKey) addLookup(add, registry, field, name, weight, source);
    }
  }
  // `Vendor Name` is the vendor, where it is nothing else.
  const own = new Set(candidates.keys());
  for (const field of module.fields.values()) {
    if (!leadsToRecord(field) || field.inputKey || !isFilled(field, withHistory)) continue;
    for (const name of calledBy(module, field, registry)) if (!own.has(plain(name))) addLookup(add, registry, field, name, SYNONYM, source);
  }
  addId(add, module, source);
  return candidates;
}

/** Whether a column may fill a field; what holds a structure no cell does. */
export const isFilled = (field: Field, withHistory: boolean): boolean =>
  field.kind !== 'json' && (field.writable || (withHistory && field.historical === true));

/** What the names of a lookup's records are called: `Account Name`, and in each language what their module calls it. */
function calledBy(module: Module, field: Field, registry: Registry): string[] {
  return [
    ...[field.name, ...labelsOf(module, field, languages)].flatMap((name) => [`${name} Name`, `${name}naam`, `${name}snaam`]),
    ...registry.targets(field).flatMap((target) =>
      languages.flatMap((tag) => {
        const { labels } = catalogueOf(tag);
        const { duplicateCheck } = target;
        const isSame = labels[`${module.name}.${field.name}`] === labels[target.name];
        return isSame && duplicateCheck?.kind === 'text' ? labelsOf(target, duplicateCheck, [tag]) : [];
      }),
    ),
  ];
}

type Add = (name: string, target: MappingTarget, weight: number) => void;

function addLookup(add: Add, registry: Registry, field: Field, name: string, weight: number, source: SourceSystem | null): void {
  const targets = registry.targets(field);
  const isUser = targets.some(({ name: target }) => target === 'User');
  add(name, { lookup: field.name, by: 'name' }, weight);
  const id: MappingTarget =
    source === 'relata' ? { field: inputName(field) } : { lookup: field.name, by: 'externalId', ...(source && { source }) };
  for (const end of ['id', 'ids', 'record id']) add(`${name} ${end}`, id, Math.min(1, weight + SURER));
  // `Account Name.id`, which is `Account Name Id` without its signs, and `Account Id` where `Account Name` is a name.
  if (/ name$/i.test(name)) add(`${name.slice(0, -5)} id`, id, DERIVED + SURER);
  // As our exports call it: `account.accountName`, `owner.fullName`.
  for (const { name: target, duplicateCheck } of targets) {
    const called = duplicateCheck?.name ?? (target === 'User' ? 'full name' : null);
    if (called !== null) add(`${name} ${called}`, { lookup: field.name, by: 'name' }, weight);
  }
  if (isUser) for (const end of ['email', 'e-mail', 'email address']) add(`${name} ${end}`, { lookup: field.name, by: 'unique' }, DERIVED);
}

function addId(add: Add, module: Module, source: SourceSystem | null): void {
  if (source === 'relata') return add('id', { field: 'id' }, OWN);
  // Nobody looks for a record by a key that it cannot have.
  if (!module.hasExternalIds) return;
  const own = namesOfModule(module).map((name) => `${name} id`);
  for (const name of idNames) add(name, { externalId: source }, source ? OWN : 0.5);
  for (const name of own) add(name, { externalId: source }, source ? DERIVED : 0.5);
}

/** All that a field is called, best first. */
function namesOf(module: Module, field: Field, language: string): { name: string; weight: number }[] {
  const own = [field.name, ...(field.custom ? [field.name.replace(/_c$/, '')] : [])];
  const names = headerNames[module.name];
  const owners = field.name === 'owner' ? namesOfModule(module).map((one) => `${one} owner`) : [];
  return [
    ...own.map((name) => ({ name, weight: OWN })),
    ...labelsOf(module, field, [language, 'en']).map((name) => ({ name, weight: OWN })),
    ...labelsOf(module, field, languages).map((name) => ({ name, weight: OTHER_LANGUAGE })),
    ...[
      ...(names?.fields[field.name] ?? []),
      ...(historyNames[field.name] ?? []),
      ...owners,
      ...(owners.length > 0 ? ['Record Owner', 'SMOWNER'] : []),
    ].map((name) => ({
      name,
      weight: SYNONYM,
    })),
  ];
}

const labelsOf = (module: Module, field: Field, tags: readonly string[]): string[] =>
  tags.flatMap((tag) => catalogueOf(tag).labels[`${module.name}.${field.name}`] ?? []);

/** What a header may be looked up by: itself, without the module before it, without what marks a custom field of another system. */
function variants(column: string, module: Module): { key: string; weight: number }[] {
  const full = plain(column);
  const prefixes = namesOfModule(module).map(plain);
  const prefix = prefixes.filter((one) => full.startsWith(one) && full.length > one.length).sort((a, b) => b.length - a.length)[0];
  return [
    { key: full, weight: 1 },
    ...(prefix === undefined ? [] : [{ key: full.slice(prefix.length), weight: 0.85 }]),
    // The id of a custom field's own making is not the id of the system.
    ...(/__c$/i.test(column) && !/id__c$/i.test(column) ? [{ key: plain(column.slice(0, -3)), weight: 0.7 }] : []),
  ];
}

function reasonOf(column: string, module: Module, language: string): NonNullable<ProposedColumn['reason']> {
  const key = plain(column);
  if (systemKeys.has(key) || isReasonColumn(column)) return 'system';
  const computed = [...module.fields.values()].filter((field) => !field.writable);
  const names = computed.flatMap((field) => [
    field.name,
    inputName(field),
    ...labelsOf(module, field, [language, ...languages]),
    ...(headerNames[module.name]?.fields[field.name] ?? []),
  ]);
  const known = names.some((name) => plain(name) === key || plain(name) === variants(column, module).at(-1)!.key);
  return known || /^is(?:closed|won|converted)$|^converted/.test(key) ? 'computed' : 'unknown';
}

/** What two columns can not both fill. A lookup is filled once, whatever it is found by. */
function placeOf(target: MappingTarget): string {
  if ('externalId' in target) return 'externalId';
  return 'lookup' in target ? target.lookup : target.field.replace(/(?<=.)Id$/, '');
}

/** Letters and digits only, in lower case, without accents: `Billing_Zip/Postal Code` → `billingzippostalcode`, `Discount %` → `discountpercent`. */
function plain(name: string): string {
  const known = plainForms.get(name);
  if (known !== undefined) return known;
  const form = name
    .replaceAll('%', ' percent ')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
  // The names of all modules are compared with every header: so many are kept that those need no working out again.
  if (plainForms.size >= MAX_FORMS) plainForms.clear();
  if (name.length <= MAX_KEPT) plainForms.set(name, form);
  return form;
}

const systemKeys: ReadonlySet<string> = new Set(systemNames.map(plain));
