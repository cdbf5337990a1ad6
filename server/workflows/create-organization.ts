import type { EntityManager } from '@mikro-orm/postgresql';
import { todayIn } from '../core/calendar.js';
import { newRowId } from '../core/ids.js';
import { say, SOURCE_LANGUAGE, textOf } from '../core/messages.js';
import { standardValues } from '../core/picklist-labels.js';
import { currencyName, currencySymbol } from '../modules/currency/currency-names.js';
import { withOrganization, type AllTables } from '../core/typed-sql.js';
import { Currency } from '../modules/currency/currency.js';
import { ExchangeRate } from '../modules/currency/exchange-rate.js';
import { formatsOf } from '../modules/formats.js';
import { Organization } from '../modules/organization/organization.js';
import { PipelineStage } from '../modules/pipeline/pipeline-stage.js';
import { Pipeline } from '../modules/pipeline/pipeline.js';
import { standardPipelineIn, type PipelineTemplate } from '../modules/pipeline/standard-pipeline.js';
import { Profile } from '../modules/profile/profile.js';
import { Role } from '../modules/role/role.js';
import { DocumentSetting, standardDocumentSettings } from '../modules/sales-document/document-setting.js';
import { standardTaxes } from '../modules/tax/standard-taxes.js';
import { Tax } from '../modules/tax/tax.js';
import { User } from '../modules/user/user.js';
import { hashPassword } from '../platform/auth/passwords.js';

export interface NewUser {
  readonly firstName?: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  /** The e-mail of whom they report to; somebody earlier in the list. */
  readonly managerEmail?: string;
  /** Default: the first user is an administrator, the others are not. */
  readonly profile?: 'ADMINISTRATOR' | 'STANDARD';
  /** The name of a role in `roles`. Default: the topmost. */
  readonly role?: string;
}

/** A role to be made; one that others stand below comes before them. */
export interface NewRole {
  readonly name: string;
  /** The name of the role above. */
  readonly reportsTo?: string;
}

/** A currency beside the base currency. */
export interface NewCurrency {
  readonly isoCode: string;
  /** Units of it for one of the base currency, from today on. */
  readonly rate: string;
}

export interface NewOrganization {
  readonly name: string;
  readonly baseCurrency: string;
  readonly currencies?: readonly NewCurrency[];
  /** One of `languages`. Forms of dates, times and numbers are those that are common with it. Default: English. */
  readonly language?: string;
  /** IANA name. Default: UTC. */
  readonly timeZone?: string;
  /** The month that the fiscal year begins with, 1 to 12. Default: 1. */
  readonly fiscalYearStart?: number;
  /** Payment term of invoices. Default: none. */
  readonly paymentTermDays?: number;
  readonly users: readonly NewUser[];
  /** Default: one, for everybody. */
  readonly roles?: readonly NewRole[];
  /** Beside the standard pipeline. */
  readonly pipelines?: readonly PipelineTemplate[];
}

/** The profiles that every organisation has. */
const standardProfiles = [
  { name: 'Administrator', kind: 'ADMINISTRATOR', description: 'May do everything.' },
  { name: 'Standard', kind: 'STANDARD', description: 'Works with records.' },
] as const;

/** What was made, by row ids. */
export interface CreatedOrganization {
  readonly org: string;
  /** By e-mail. */
  readonly users: ReadonlyMap<string, string>;
  /** By pipeline key. */
  readonly pipelines: ReadonlyMap<string, string>;
}

/**
 * Makes an organisation that can be worked in: its users with their passwords, the standard pipeline and picklists.
 * All or nothing.
 *
 * @param em an entity manager in the system role: the organisation's own wall does not stand yet
 */
export async function createOrganization(
  em: EntityManager,
  {
    name,
    baseCurrency,
    currencies = [],
    language = SOURCE_LANGUAGE,
    timeZone = 'UTC',
    fiscalYearStart = 1,
    paymentTermDays,
    users,
    roles = [{ name: 'CEO' }],
    pipelines = [],
  }: NewOrganization,
): Promise<CreatedOrganization> {
  const org = newRowId();
  const hashes = await Promise.all(users.map(({ password }) => hashPassword(password)));
  return em.transactional(async (tx) => {
    const settings = { language, timeZone, fiscalYearStart, weekStart: 'MONDAY', ...formatsOf(language) };
    tx.create(Organization, { id: org, org, name, baseCurrency, ...settings } as never);
    await tx.flush();
    createCurrencies(tx, org, { baseCurrency, currencies, language, today: todayIn(timeZone) });

    const madeRoles = new Map<string, Role>();
    for (const role of roles) {
      const reportsTo = role.reportsTo ? madeRoles.get(role.reportsTo) : null;
      madeRoles.set(role.name, tx.create(Role, { id: newRowId(), org, name: role.name, reportsTo, shareWithPeers: false } as never));
    }
    const profiles = standardProfiles.map((profile) => tx.create(Profile, { id: newRowId(), org, ...profile } as never));
    await tx.flush();

    const created = new Map<string, User>();
    for (const [index, { firstName, lastName, email, managerEmail, role, profile }] of users.entries()) {
      const kind = profile ?? (index === 0 ? 'ADMINISTRATOR' : 'STANDARD');
      const manager = managerEmail ? created.get(managerEmail) : null;
      created.set(
        email,
        tx.create(User, {
          id: newRowId(),
          org,
          firstName: firstName ?? null,
          lastName,
          email,
          status: 'ACTIVE',
          manager,
          role: madeRoles.get(role ?? roles[0]!.name),
          profile: profiles.find((one) => one.kind === kind),
        } as never),
      );
    }
    const made = [standardPipelineIn(language), ...pipelines].map((template, index) => createPipeline(tx, org, template, index + 1));
    createSellingSettings(tx, org, language, paymentTermDays ?? null);
    await tx.flush();

    const db = withOrganization(tx.getKysely<AllTables>(), org);
    await db
      .insertInto('credential')
      .values(users.map(({ email }, index) => ({ user_id: created.get(email)!.id, password_hash: hashes[index]! })))
      .execute();
    await db
      .insertInto('picklist_value')
      .values(standardValues().map(({ labels, ...value }) => ({ ...value, labels: JSON.stringify(labels) })))
      .execute();
    return {
      org,
      users: new Map([...created].map(([email, user]) => [email, user.id])),
      pipelines: new Map(made.map((pipeline) => [pipeline.key, pipeline.id])),
    };
  });
}

/** The taxes and the numbering of documents that an organisation starts with. */
function createSellingSettings(tx: EntityManager, org: string, language: string, paymentTermDays: number | null): void {
  for (const [index, { key, percentage }] of standardTaxes.entries())
    tx.create(Tax, {
      id: newRowId(),
      org,
      name: textOf(say(`texts.tax.${key}`), language),
      percentage,
      compound: false,
      place: index + 1,
    } as never);
  for (const setting of standardDocumentSettings) {
    const term = setting.document === 'INVOICE' ? { paymentTermDays } : {};
    tx.create(DocumentSetting, { id: newRowId(), org, ...setting, ...term, numberReset: 'NEVER', nextNumber: 1 } as never);
  }
}

interface Money {
  readonly baseCurrency: string;
  readonly currencies: readonly NewCurrency[];
  readonly language: string;
  readonly today: string;
}

/** The base currency, which needs no rate, and the others with the rate they have from today on. */
function createCurrencies(tx: EntityManager, org: string, { baseCurrency, currencies, language, today }: Money): void {
  const make = (isoCode: string): Currency =>
    tx.create(Currency, {
      id: newRowId(),
      org,
      isoCode,
      name: currencyName(isoCode, language),
      symbol: currencySymbol(isoCode),
      isActive: true,
    } as never);
  make(baseCurrency);
  for (const { isoCode, rate } of currencies)
    tx.create(ExchangeRate, { id: newRowId(), org, currency: make(isoCode), validFrom: today, rate } as never);
}

function createPipeline(tx: EntityManager, org: string, template: PipelineTemplate, place: number): Pipeline {
  const pipeline = tx.create(Pipeline, {
    id: newRowId(),
    org,
    key: template.key,
    name: template.label,
    isDefault: place === 1,
    place,
  } as never);
  template.stages.forEach((stage, index) =>
    tx.create(PipelineStage, { ...stage, id: newRowId(), org, pipeline, place: index + 1, isRetired: false } as never),
  );
  return pipeline;
}
