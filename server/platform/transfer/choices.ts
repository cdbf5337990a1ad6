import type { EnumOf } from '../../core/enums.js';
import { catalogueOf, languages } from '../../core/messages.js';
import { titleCase } from '../../core/names.js';

/** The values that a cell may choose from, found by key or by label in any of its languages, whatever the case. */
export interface Choices {
  readonly find: (text: string) => string | undefined;
}

/** A value of a picklist: its key, and what people call it, in each language. */
export interface Choice {
  readonly key: string;
  readonly labels: readonly string[];
}

/** A key wins over a label, an earlier value over a later one. */
export function choicesOf(values: readonly Choice[]): Choices {
  const byText = new Map<string, string>();
  const add = (text: string, key: string): void => void (byText.has(plain(text)) || byText.set(plain(text), key));
  for (const { key } of values) add(key, key);
  for (const { key, labels } of values) for (const label of labels) add(label, key);
  return { find: (text) => byText.get(plain(text)) };
}

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

const ofEnums = new Map<EnumOf, Choices>();

/** The values of an enum of the program, by what they are called in each language. */
export function enumChoices(type: EnumOf): Choices {
  let choices = ofEnums.get(type);
  if (!choices) {
    choices = choicesOf(
      Object.keys(type.values).map((key) => ({
        key,
        labels: [titleCase(key), ...languages.flatMap((tag) => catalogueOf(tag).enums?.[`${type.name}.${key}`] ?? [])],
      })),
    );
    ofEnums.set(type, choices);
  }
  return choices;
}
