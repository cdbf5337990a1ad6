import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { standardModel } from '../../server/app.js';
import { definedEnums } from '../../server/core/enums.js';
import { codesWithoutMessage, errorCatalogue } from '../../server/core/errors.js';
import { catalogueOf, chooseLanguage, languages, say, SOURCE_LANGUAGE, textOf } from '../../server/core/messages.js';
import { standardPicklists } from '../../server/core/picklist.js';
import { registry } from '../../server/modules/index.js';
import { standardPipeline } from '../../server/modules/pipeline/standard-pipeline.js';
import { standardTaxes } from '../../server/modules/tax/standard-taxes.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
standardModel();
const english = catalogueOf(SOURCE_LANGUAGE);
const others = languages.filter((language) => language !== SOURCE_LANGUAGE);
const sections = ['plurals', 'labels', 'errors', 'faults', 'texts'] as const;

test('English and Dutch are there', () => {
  expect(languages).toEqual(expect.arrayContaining(['en', 'nl']));
});

test('every module, field, list and figure has a label, and no label is left over', () => {
  const modules = [...registry.modules.values()];
  const wanted = modules.flatMap(({ name, fields, relatedLists, summaries }) => [
    name,
    ...[...fields.keys()].map((field) => `${name}.${field}`),
    // A list that is called after its module is called so by people, too.
    ...[...relatedLists.values()]
      .filter((list) => list.name !== registry.module(list.module).plural)
      .map(({ via }) => `${name}.${via.inverse!.name}`),
    ...summaries.flatMap(({ name: summary, type, figures }) => [
      `${name}.${summary}`,
      ...Object.keys(figures).map((figure) => `${type}.${figure}`),
    ]),
  ]);
  expect(Object.keys(english.labels).sort()).toEqual([...new Set(wanted)].sort());
  expect(Object.keys(english.plurals).sort()).toEqual(modules.map(({ name }) => name).sort());
});

test('every error says something, and what the code says is in the catalogue, and nothing else', () => {
  // graphql-js and Apollo speak for themselves, and some errors say a text of another section.
  const spoken = new Set(errorCatalogue().map(({ code }) => code));
  expect(Object.keys(english.errors).filter((code) => !spoken.has(code))).toEqual([]);
  const sources = globSync('server/**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  const literal = new Set(
    sources.flatMap((text) => [...text.matchAll(/\bsay\(\s*['`]((?:faults|texts|errors)\.[\w.]+)['`]/g)].map(([, key]) => key!)),
  );
  const known = new Set(sections.flatMap((section) => Object.keys(english[section]).map((key) => `${section}.${key}`)));
  const missing = [...literal].filter((key) => !known.has(key));
  expect(missing).toEqual([]);
  // A key may be put together: `faults.${key}`; then its last part stands in the code by itself.
  const words = new Set(sources.flatMap((text) => [...text.matchAll(/['"`]([\w.]+)['"`]/g)].map(([, word]) => word!)));
  const isUsed = (section: string, key: string) => literal.has(`${section}.${key}`) || words.has(key) || words.has(key.split('.').at(-1)!);
  expect(
    ['faults', 'texts'].flatMap((section) => Object.keys(english[section as 'faults']).filter((key) => !isUsed(section, key))),
  ).toEqual([]);
});

test('every key that is put together from a declaration is in the catalogue', () => {
  // The compiler knows the keys of the other texts and faults; labels and errors have tests of their own.
  const keys = [
    ...standardPicklists().map(({ name }) => `picklist.${name}`),
    ...standardPipeline.stages.map(({ key }) => `stage.${key}`),
    ...standardTaxes.map(({ key }) => `tax.${key}`),
  ];
  expect(keys.filter((key) => !Object.hasOwn(english.texts, key))).toEqual([]);
  expect(codesWithoutMessage().filter((code) => !Object.hasOwn(english.errors, code))).toEqual([]);
});

test.each(others)('%s has every label, error, fault and text, with the same places to fill in', (language) => {
  const catalogue = catalogueOf(language);
  for (const section of sections) {
    expect(Object.keys(catalogue[section]).sort()).toEqual(Object.keys(english[section]).sort());
    for (const [key, text] of Object.entries(english[section]))
      expect({ key, places: placesOf(catalogue[section][key]!) }).toEqual({ key, places: placesOf(text) });
  }
});

test.each(others)('%s has a label for every standard picklist value, and a label and a description for every enum value', (language) => {
  const { picklists = {}, enums = {} } = catalogueOf(language);
  const values = standardPicklists().map((list) => [list.name, list.values.map(({ key }) => key)] as const);
  expect(Object.fromEntries(Object.entries(picklists).map(([name, labels]) => [name, Object.keys(labels).sort()]))).toEqual(
    Object.fromEntries(values.map(([name, keys]) => [name, [...keys].sort()])),
  );
  const wanted = [...definedEnums().values()].flatMap(({ name, values: of }) => [
    name,
    ...Object.keys(of).flatMap((value) => [`${name}.${value}`, `${name}.${value}.description`]),
  ]);
  expect(Object.keys(enums).sort()).toEqual(wanted.sort());
});

test.each(languages)('no text of %s is blank or padded', (language) => {
  const { plurals, labels, errors, faults, texts, enums = {}, picklists = {} } = catalogueOf(language);
  const all = [plurals, labels, errors, faults, texts, enums, ...Object.values(picklists)].flatMap((section) => Object.values(section));
  expect(all.filter((text) => text.trim() === '' || text.trim() !== text)).toEqual([]);
});

test('a text is said in the language asked for, its parts too, and in English where that language is not known', () => {
  const fault = say('faults.empty', { label: say('labels.Account.accountName') });
  expect(textOf(fault, 'en')).toBe('Account Name can not be empty.');
  expect(textOf(fault, 'nl')).toBe('Accountnaam mag niet leeg zijn.');
  expect(textOf(fault, 'xx')).toBe('Account Name can not be empty.');
  expect(JSON.stringify({ fault })).toBe('{"fault":"Account Name can not be empty."}');
});

test.each([
  [undefined, ['nl'], 'nl'],
  ['nl-BE,fr;q=0.9', [], 'nl'],
  ['fr, nl;q=0.5, en;q=0.8', [], 'en'],
  ['fr', ['xx', null, 'nl'], 'nl'],
  ['*', [undefined, 'nl_NL'], 'nl'],
  ['en;q=0, nl;q=0.1', [], 'nl'],
  [';;;,,q=1,\u0000', [], 'en'],
] as const)('of the header %j and the settings %j, the language is %s', (header, settings, expected) => {
  expect(chooseLanguage(header, ...settings)).toBe(expected);
});

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The names of the places in an ICU message. */
function placesOf(text: string): string[] {
  const names = new Set<string>();
  const visit = (elements: Elements): void => {
    for (const element of elements) {
      // 0 is text, 7 the number of a plural.
      if (element.type === 0 || element.type === 7) continue;
      names.add(element.value);
      if ('options' in element) Object.values(element.options).forEach(({ value }) => visit(value));
    }
  };
  visit(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}
