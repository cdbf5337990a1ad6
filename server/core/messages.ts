import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type english from '../messages/en.json';

/** The texts of one language, in ICU MessageFormat, by section and key. English has them all; its descriptions of enums and picklist labels stand in the code. */
export interface Catalogue {
  /** `Module`: what people call its records. */
  readonly plurals: Readonly<Record<string, string>>;
  /**
   * `Module` and `Module.field`: what people call them. Related lists, as their lookup names them, need one only where their
   * name is not the plural of their module; so do summaries and, by their type, figures.
   */
  readonly labels: Readonly<Record<string, string>>;
  /** The message of each error, by its code; its details are the arguments. */
  readonly errors: Readonly<Record<string, string>>;
  /** What is wrong with a value. */
  readonly faults: Readonly<Record<string, string>>;
  /** `Picklist` → key → label. */
  readonly picklists?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `Enum` → what it is about; `Enum.VALUE` → what a value is called; `Enum.VALUE.description` → what it means. Plain texts. */
  readonly enums?: Readonly<Record<string, string>>;
  /** Everything else that people read. */
  readonly texts: Readonly<Record<string, string>>;
}

type Section = 'plurals' | 'labels' | 'errors' | 'faults' | 'enums' | 'texts';

const folder = new URL('../messages/', import.meta.url);

/** A language is a file in `server/messages`, named by its BCP 47 tag. */
const catalogues: ReadonlyMap<string, Catalogue> = new Map(
  readdirSync(folder)
    .filter((name) => /^[a-z]{2,3}(-[A-Z]{2})?\.json$/.test(name))
    .sort()
    .map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Catalogue]),
);

/** The language that every text exists in. */
export const SOURCE_LANGUAGE = 'en';

/** The languages there are, by their tags. */
export const languages: readonly string[] = [...catalogues.keys()];

/** All texts of a language. */
export const catalogueOf = (language: string): Catalogue => catalogues.get(language) ?? catalogues.get(SOURCE_LANGUAGE)!;

/** What stands in a text's places: other texts are said in the same language. */
export type SayArgument = string | number | boolean | null | Said | readonly (string | Said)[];

/**
 * A text that is not yet said in any language: its key and what goes into its places. As a string, and in JSON, it is
 * English; `textOf` says it in the reader's language at the edge, so that code in between needs to know of no reader.
 */
export class Said {
  constructor(
    /** `section.key`: `faults.tooLong`. */
    readonly key: string,
    readonly args: Readonly<Record<string, SayArgument>> = {},
  ) {}

  toString(): string {
    return textOf(this, SOURCE_LANGUAGE);
  }
  toJSON(): string {
    return this.toString();
  }
}

/** A text for people; a plain string is the same in every language. */
export type Message = string | Said;

type KeyOf<S extends 'faults' | 'texts'> = keyof (typeof english)[S] & string;

/** The key of a text: the compiler knows those of the code; those of modules, picklists and stages follow from declarations. */
type TextKey =
  | `faults.${KeyOf<'faults'>}`
  | `texts.${KeyOf<'texts'>}`
  | `texts.${'picklist' | 'stage'}.${string}`
  | `${Exclude<Section, 'faults' | 'texts'>}.${string}`;

export type FaultKey = KeyOf<'faults'>;
/** The texts whose keys begin alike: `TextsOf<'document.'>`. */
export type TextsOf<Prefix extends string> = KeyOf<'texts'> extends infer K ? (K extends `${Prefix}${infer Rest}` ? Rest : never) : never;

/** A text of the catalogue, by section and key. */
export const say = (key: TextKey, args?: Readonly<Record<string, SayArgument>>): Said => new Said(key, args);

/** What people call a field: `Account.billingCity` → `Billing City`. */
export const label = (module: string, field?: string): Said => say(`labels.${field ? `${module}.${field}` : module}`);

/** What people call the records of a module: `Account` → `Accounts`. */
export const pluralLabel = (module: string): Said => say(`plurals.${module}`);

/** A message in a language; what that one lacks is said in English. */
export function textOf(message: Message, language: string): string {
  if (typeof message === 'string') return message;
  const { key, args } = message;
  const format = formatOf(language, key) ?? formatOf(SOURCE_LANGUAGE, key);
  if (!format) return key;
  const values = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, argumentText(value, language)]));
  try {
    return String(format.format(values));
  } catch {
    // A place that nothing was given for must not hide the error that is being told.
    return String(catalogueText(SOURCE_LANGUAGE, key));
  }
}

function argumentText(value: SayArgument, language: string): string | number | boolean | null {
  if (value instanceof Said) return textOf(value, language);
  if (Array.isArray(value)) return (value as readonly SayArgument[]).map((one) => argumentText(one, language)).join(', ');
  // Details of an error may hold more than its message says.
  return typeof value === 'object' ? null : value;
}

function catalogueText(language: string, key: string): string | undefined {
  const at = key.indexOf('.');
  const section = catalogues.get(language)?.[key.slice(0, at) as Section];
  return section && Object.hasOwn(section, key.slice(at + 1)) ? section[key.slice(at + 1)] : undefined;
}

const formats = new Map<string, IntlMessageFormat | null>();

function formatOf(language: string, key: string): IntlMessageFormat | null {
  const id = `${language}/${key}`;
  let format = formats.get(id);
  if (format === undefined) {
    const text = catalogueText(language, key);
    format = text === undefined ? null : new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    formats.set(id, format);
  }
  return format;
}

/**
 * The language to answer in: the first that is offered and known.
 *
 * @param acceptLanguage the header as it came; its own preferences are heeded
 * @param more tags to fall back on: the user's, the organisation's
 */
export function chooseLanguage(acceptLanguage: string | undefined, ...more: readonly (string | null | undefined)[]): string {
  const offered = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const weight = parameters.find((one) => one.startsWith('q='));
      return { tag, weight: weight ? Number(weight.slice(2)) || 0 : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const tag of [...offered.map((one) => one.tag), ...more]) {
    const known = tag && knownLanguage(tag);
    if (known) return known;
  }
  return SOURCE_LANGUAGE;
}

/** The catalogue that serves a tag: `nl-BE`, `nl_NL` → `nl`; null where there is none. */
export function knownLanguage(tag: string): string | null {
  const [language = '', region] = tag.replace('_', '-').split('-');
  const full = region ? `${language.toLowerCase()}-${region.toUpperCase()}` : '';
  if (catalogues.has(full)) return full;
  return catalogues.has(language.toLowerCase()) ? language.toLowerCase() : null;
}
