import { readFileSync } from 'node:fs';

/** The texts of one language: labels by `Module.field`, and more as they come. */
interface Catalogue {
  readonly labels: Readonly<Record<string, string>>;
}

const english = JSON.parse(readFileSync(new URL('../messages/en.json', import.meta.url), 'utf8')) as Catalogue;

/** What people call a field: `Account.billingCity` → `Billing City`. */
export const label = (module: string, field: string): string => english.labels[`${module}.${field}`] ?? field;

/** Every label there is, by key. */
export const labels = (): Readonly<Record<string, string>> => english.labels;
