import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { todayIn } from '../../server/core/calendar.js';
import { label, say, textOf } from '../../server/core/messages.js';
import { formatsOf } from '../../server/modules/formats.js';
import { codesOf, faultsOf } from '../support/answers.js';
import { create, remove, tryCreate, tryUpdate, update } from '../support/records.js';
import { watchDriver } from '../support/driver.js';
import { workspace, type Answer, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let chief: Person;
let clerk: Person;

beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme', [
    { lastName: 'Chief', email: 'chief@acme.example.com' },
    { lastName: 'Clerk', email: 'clerk@acme.example.com' },
  ]);
  ({ chief, clerk } = acme.people as { chief: Person; clerk: Person });
});
afterAll(() => crm.close());

/** Longer than any zone's name, and than anybody wants in a test's. */
const LONG = 'x'.repeat(10_000);
const SETTINGS = 'language timeZone weekStart fiscalYearStart dateFormat timeFormat numberFormat';
const SET = `mutation ($input: OrganizationUpdateInput!, $expectedVersion: Int) { updateOrganization(input: $input, expectedVersion: $expectedVersion) { organization { name version ${SETTINGS} } } }`;
const setOrganization = async (person: Person, input: object): Promise<Record<string, unknown>> =>
  (await person.ask(SET, { input }))['updateOrganization'].organization as Record<string, unknown>;
const OWN = `mutation ($input: ViewerSettingsInput!) { updateViewerSettings(input: $input) { viewerSettings { ${SETTINGS} } } }`;
const setOwn = async (person: Person, input: object): Promise<Record<string, unknown>> =>
  (await person.ask(OWN, { input }))['updateViewerSettings'].viewerSettings as Record<string, unknown>;
const settingsOf = async (person: Person): Promise<Record<string, unknown>> =>
  (await person.ask(`{ viewerSettings { ${SETTINGS} } }`))['viewerSettings'] as Record<string, unknown>;

/** Everything of an organisation in every table, to see that nothing has changed. */
async function contentOf({ org }: Pick<Company, 'org'>): Promise<string> {
  const { system } = crm.app.database;
  const { rows } = await system.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org' WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
  );
  const tables = await Promise.all(
    rows.map(({ name }) =>
      system.query<{ text: string }>(
        `SELECT coalesce(string_agg(t::text, '|' ORDER BY t::text), '') AS text FROM ${name} t WHERE org = $1`,
        [org],
      ),
    ),
  );
  return tables.map((table, index) => `${rows[index]!.name}: ${table.rows[0]!.text}`).join('\n');
}

describe('the organisation', () => {
  test('begins with a fiscal year from January, weeks from Monday, and the forms that are common with its language', async () => {
    const { organization } = await chief.ask(`{ organization { name baseCurrency ${SETTINGS} } }`);
    expect(organization).toEqual({
      name: 'acme',
      baseCurrency: 'EUR',
      fiscalYearStart: 1,
      weekStart: 'MONDAY',
      timeZone: 'UTC',
      language: 'en',
      ...formatsOf('en'),
    });
    expect(formatsOf('nl')).toEqual({ dateFormat: 'DMY_DASHES', timeFormat: 'H24', numberFormat: 'POINT_COMMA' });
    expect(formatsOf('de')).toEqual({ dateFormat: 'DMY_DOTS', timeFormat: 'H24', numberFormat: 'POINT_COMMA' });
    expect(formatsOf('fr')).toMatchObject({ dateFormat: 'DMY_SLASHES', numberFormat: 'SPACE_COMMA' });
    expect(formatsOf('hi')).toMatchObject({ timeFormat: 'H12', numberFormat: 'COMMA_POINT_INDIAN' });
  });

  test('is changed by administrators; the change is logged, and an old version refused', async () => {
    const globex = await crm.company('globex');
    const changes = {
      name: 'Globex International',
      fiscalYearStart: 4,
      weekStart: 'SUNDAY',
      timeZone: 'Asia/Tokyo',
      dateFormat: 'YMD_DOTS',
      timeFormat: 'H12',
      numberFormat: 'APOSTROPHE_POINT',
    };
    expect(await setOrganization(globex.chief, changes)).toEqual({ ...changes, language: 'en', version: 2 });
    expect(await settingsOf(globex.chief)).toMatchObject({ fiscalYearStart: 4, weekStart: 'SUNDAY', timeZone: 'Asia/Tokyo' });
    const { rows } = await crm.app.database.system.query(
      `SELECT became->>'timeZone' AS zone FROM change WHERE org = $1 AND module = 'Organization' AND operation = 'UPDATE'`,
      [globex.org],
    );
    expect(rows).toEqual([{ zone: 'Asia/Tokyo' }]);
    expect(codesOf(await globex.chief.send(SET, { input: { name: 'Late' }, expectedVersion: 1 }))).toEqual(['CONFLICT']);
    expect((await chief.ask('{ organization { name } }'))['organization']).toEqual({ name: 'acme' });
  });

  test.each([
    [{ timeZone: 'Mars/Olympus' }, 'input.timeZone UNKNOWN_TIME_ZONE'],
    [{ timeZone: '' }, 'input.timeZone REQUIRED'],
    [{ timeZone: null }, 'input.timeZone REQUIRED'],
    [{ timeZone: LONG }, 'input.timeZone TOO_LONG'],
    [{ timeZone: '../etc' }, 'input.timeZone UNKNOWN_TIME_ZONE'],
    [{ timeZone: '../../etc/passwd' }, 'input.timeZone UNKNOWN_TIME_ZONE'],
    [{ timeZone: '+01:00' }, 'input.timeZone UNKNOWN_TIME_ZONE'],
    [{ timeZone: 'Europe/Amsterdam\0' }, 'input.timeZone INVALID_CHARACTER'],
    [{ timeZone: "UTC'; DROP TABLE deal" }, 'input.timeZone UNKNOWN_TIME_ZONE'],
    [{ fiscalYearStart: 0 }, 'input.fiscalYearStart OUT_OF_RANGE'],
    [{ fiscalYearStart: 13 }, 'input.fiscalYearStart OUT_OF_RANGE'],
    [{ fiscalYearStart: 1.5 }, 'input.fiscalYearStart WRONG_TYPE'],
    [{ fiscalYearStart: null }, 'input.fiscalYearStart REQUIRED'],
    [{ language: 'xx' }, 'input.language UNKNOWN_LANGUAGE'],
    [{ language: '../en' }, 'input.language UNKNOWN_LANGUAGE'],
    [{ language: 'constructor' }, 'input.language UNKNOWN_LANGUAGE'],
    [{ weekStart: 'FUNDAY' }, 'input.weekStart WRONG_TYPE'],
    [{ dateFormat: 'dd-MM-yyyy' }, 'input.dateFormat WRONG_TYPE'],
    [{ name: ' ' }, 'input.name REQUIRED'],
    [{ baseCurrency: 'USD' }, 'input.baseCurrency UNKNOWN_FIELD'],
  ] as [object, string][])('case %#: $1', async (input, fault) => {
    const before = await contentOf(acme);
    expect(faultsOf(await chief.send(SET, { input }))).toEqual([fault]);
    expect(await contentOf(acme)).toBe(before);
  });

  test('zones may be given by any name that is known, in any case', async () => {
    const { chief: other } = await crm.company('zones');
    for (const [given, kept] of [
      ['europe/amsterdam', 'Europe/Amsterdam'],
      ['Asia/Kolkata', 'Asia/Kolkata'],
      ['Asia/Calcutta', 'Asia/Calcutta'],
      ['utc', 'UTC'],
      ['Etc/GMT+5', 'Etc/GMT+5'],
      ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ])
      expect(await setOrganization(other, { timeZone: given })).toMatchObject({ timeZone: kept });
  });
});

describe("a user's own settings", () => {
  test("stand over the organisation's, and null gives way to them again", async () => {
    const { chief: boss, people } = await crm.company('initech', [
      { lastName: 'Boss', email: 'boss@initech.example.com' },
      { lastName: 'Milton', email: 'milton@initech.example.com' },
    ]);
    const milton = people['milton']!;
    await setOrganization(boss, { timeZone: 'Europe/Paris', fiscalYearStart: 2, dateFormat: 'DMY_SLASHES' });
    const own = { timeZone: 'America/New_York', weekStart: 'SATURDAY', timeFormat: 'H12', numberFormat: 'SPACE_COMMA' };
    const theirs = { dateFormat: 'DMY_SLASHES', fiscalYearStart: 2, language: 'en' };
    expect(await setOwn(milton, own)).toEqual({ ...own, ...theirs });
    expect(await settingsOf(milton)).toEqual({ ...own, ...theirs });
    expect(await settingsOf(boss)).toMatchObject({ timeZone: 'Europe/Paris', weekStart: 'MONDAY' });

    // What the rest of the server goes by, at once in this process.
    const viewer = await crm.app.services.auth.viewerOf(milton.token);
    expect(viewer).toMatchObject({
      calendar: { timeZone: 'America/New_York', fiscalYearStart: 2, weekStart: 6 },
      organizationTimeZone: 'Europe/Paris',
      language: 'en',
    });
    expect(await setOwn(milton, { timeZone: null, weekStart: null })).toMatchObject({
      timeZone: 'Europe/Paris',
      weekStart: 'MONDAY',
      timeFormat: 'H12',
    });
    expect((await crm.app.services.auth.viewerOf(milton.token))!.calendar).toEqual({
      timeZone: 'Europe/Paris',
      fiscalYearStart: 2,
      weekStart: 1,
    });
    await setOrganization(boss, { timeZone: 'Europe/Rome' });
    expect((await crm.app.services.auth.viewerOf(milton.token))!.calendar.timeZone).toBe('Europe/Rome');
    expect(
      (await milton.ask('query ($id: ID!) { user(id: $id) { timeZone timeFormat } }', { id: `user_${milton.userId}` }))['user'],
    ).toEqual({
      timeZone: null,
      timeFormat: 'H12',
    });
  });

  test.each([
    [{ timeZone: 'Mars/Olympus' }, 'input.timeZone UNKNOWN_TIME_ZONE'],
    [{ timeZone: LONG }, 'input.timeZone TOO_LONG'],
    [{ language: 'klingon' }, 'input.language UNKNOWN_LANGUAGE'],
    [{ fiscalYearStart: 2 }, 'input.fiscalYearStart UNKNOWN_FIELD'],
    [{ lastName: 'Root' }, 'input.lastName UNKNOWN_FIELD'],
  ] as [object, string][])('case %#: $1', async (input, fault) => {
    const before = await contentOf(acme);
    expect(faultsOf(await clerk.send(OWN, { input }))).toEqual([fault]);
    expect(await contentOf(acme)).toBe(before);
  });

  test('an answer comes in the language that the request names, else the user is set to, else the organisation', async () => {
    const { chief: boss } = await crm.company('lingua');
    const wrong = 'mutation { updateOrganization(input: { name: " " }) { __typename } }';
    const saidIn = async (language?: string): Promise<string> => {
      const headers = { authorization: `Bearer ${boss.token}`, ...(language && { 'accept-language': language }) };
      const { errors } = await crm.post({ query: wrong }, headers);
      return errors![0]!.message;
    };
    const expected = (language: string) => {
      const first = say('faults.blank', { label: label('Organization', 'name') });
      return textOf(say('errors.VALIDATION_FAILED', { count: 1, first }), language);
    };
    expect(expected('nl')).not.toBe(expected('en'));
    expect(await saidIn()).toBe(expected('en'));
    expect(await setOrganization(boss, { language: 'nl_NL' })).toMatchObject({ language: 'nl' });
    expect(await saidIn()).toBe(expected('nl'));
    await setOwn(boss, { language: 'en-GB' });
    expect(await saidIn()).toBe(expected('en'));
    expect(await saidIn('xx, nl-BE;q=0.5')).toBe(expected('nl'));
    expect(await saidIn('xx')).toBe(expected('en'));
    await setOwn(boss, { language: null });
    expect(await saidIn('xx')).toBe(expected('nl'));
  });
});

describe('currencies', () => {
  const addCurrency = (person: Person, isoCode: string, more: object = {}): Promise<Record<string, any>> =>
    person.ask(
      'mutation ($input: CurrencyCreateInput!) { createCurrency(input: $input) { currency { id isoCode name symbol decimals isActive } } }',
      {
        input: { isoCode, ...more },
      },
    );
  const addRate = (person: Person, input: object): Promise<Answer> =>
    person.send(
      'mutation ($input: ExchangeRateCreateInput!) { createExchangeRate(input: $input) { exchangeRate { id rate validFrom } } }',
      { input },
    );
  const idOf = async (person: Person, isoCode: string): Promise<string> =>
    (
      await person.ask('query ($code: CurrencyCode!) { currencies(filter: { isoCode: { eq: $code } }) { nodes { id } } }', {
        code: isoCode,
      })
    )['currencies'].nodes[0].id as string;
  const change = (person: Person, id: string, input: object): Promise<Answer> =>
    person.send('mutation ($id: ID!, $input: CurrencyUpdateInput!) { updateCurrency(id: $id, input: $input) { currency { isActive } } }', {
      id,
      input,
    });
  const drop = (person: Person, id: string): Promise<Answer> =>
    person.send('mutation ($id: ID!) { deleteCurrency(id: $id) { currency { deletedAt } } }', { id });
  const abroad = (input: object) => ({ accountName: 'Abroad', annualRevenue: '100', ...input });

  test('have a name, a sign and their number of decimals by themselves; the base currency is one of them', async () => {
    const { chief: boss } = await crm.company('names');
    expect((await addCurrency(boss, 'CHF'))['createCurrency'].currency).toMatchObject({
      isoCode: 'CHF',
      name: 'Swiss Franc',
      symbol: 'CHF',
      decimals: 2,
      isActive: true,
    });
    expect((await addCurrency(boss, 'BHD', { name: 'Dinar', symbol: 'BD' }))['createCurrency'].currency).toMatchObject({
      name: 'Dinar',
      symbol: 'BD',
      decimals: 3,
    });
    const { currencies } = await boss.ask(
      '{ currencies(first: 3) { nodes { isoCode } } base: currencies(filter: { isoCode: { eq: "EUR" } }) { nodes { symbol exchangeRates { totalCount } } } }',
    );
    expect(currencies.nodes.map(({ isoCode }: { isoCode: string }) => isoCode)).toEqual(['BHD', 'CHF', 'EUR']);
  });

  test('a record takes the rate that is valid on the day it is saved, in the zone of the organisation, and keeps it', async () => {
    const { chief: boss } = await crm.company('dated');
    const { createCurrency } = await addCurrency(boss, 'CHF');
    const currencyId = createCurrency.currency.id as string;
    const make = async () => create(boss, 'Account', abroad({ currency: 'CHF' }), 'id exchangeRate annualRevenueInBaseCurrency');
    expect(faultsOf(await tryCreate(boss, 'Account', abroad({ currency: 'CHF' })))).toEqual(['input.exchangeRate REQUIRED']);

    // Where it is already tomorrow, and where it is still yesterday: 26 hours apart, never the same day.
    const [early, late] = ['Pacific/Kiritimati', 'Etc/GMT+12'];
    for (const [validFrom, rate] of [
      ['2020-01-01', '1.25'],
      [todayIn(early), '1.6'],
      ['2999-01-01', '9'],
    ])
      expect(codesOf(await addRate(boss, { currencyId, validFrom, rate }))).toEqual([]);
    await setOrganization(boss, { timeZone: late });
    const old = await make();
    expect(old).toMatchObject({ exchangeRate: '1.25', annualRevenueInBaseCurrency: '80.00' });
    await setOrganization(boss, { timeZone: early });
    // Their own zone is for what they see; amounts are the organisation's.
    await setOwn(boss, { timeZone: late });
    expect(await make()).toMatchObject({ exchangeRate: '1.6', annualRevenueInBaseCurrency: '62.50' });

    // The old record is not written anew, by new rates or by a change of something else.
    const kept = await update(
      boss,
      'Account',
      old['id'] as string,
      { annualRevenue: '200', currency: 'CHF' },
      'exchangeRate annualRevenueInBaseCurrency',
    );
    expect(kept).toEqual({ exchangeRate: '1.25', annualRevenueInBaseCurrency: '160.00' });
    expect(await update(boss, 'Account', old['id'] as string, { currency: 'USD' }, 'exchangeRate')).toEqual({ exchangeRate: '1.1' });
    expect(await update(boss, 'Account', old['id'] as string, { currency: 'CHF' }, 'exchangeRate')).toEqual({ exchangeRate: '1.6' });
  });

  test('many records in several currencies take the same statements as one', async () => {
    const { chief: boss } = await crm.company('bulk');
    const sent = watchDriver(crm.app);
    const made = await boss.ask(
      'mutation ($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { results { account { exchangeRate } } } }',
      { inputs: ['USD', 'JPY', 'EUR', undefined, 'USD'].map((currency) => abroad({ ...(currency && { currency }) })) },
    );
    expect(sent).toHaveLength(3);
    expect(made['createAccounts'].results.map(({ account }: { account: { exchangeRate: string } }) => account.exchangeRate)).toEqual([
      '1.1',
      '160',
      '1',
      '1',
      '1.1',
    ]);
    sent.length = 0;
    await boss.ask('mutation { createAccount(input: { accountName: "At home", currency: "EUR" }) { account { id } } }');
    expect(sent).toHaveLength(2);
  });

  test('a currency that is not the organisation’s, or is retired, is refused; a record that has it keeps it', async () => {
    const { chief: boss } = await crm.company('retiring');
    const before = await contentOf(boss);
    expect(faultsOf(await tryCreate(boss, 'Account', abroad({ currency: 'EURO' })))).toEqual(['input.currency WRONG_TYPE']);
    expect(faultsOf(await tryCreate(boss, 'Account', abroad({ currency: 'CHF' })))).toEqual(['input.currency UNKNOWN_CURRENCY']);
    expect(faultsOf(await tryCreate(boss, 'Account', abroad({ currency: 'CHF', exchangeRate: '1.1' })))).toEqual([
      'input.currency UNKNOWN_CURRENCY',
    ]);
    expect(await contentOf(boss)).toBe(before);

    const { id } = await create(boss, 'Account', abroad({ currency: 'USD' }));
    const other = await create(boss, 'Account', abroad({}));
    const usd = await idOf(boss, 'USD');
    expect(await change(boss, usd, { isActive: false })).toMatchObject({ data: { updateCurrency: { currency: { isActive: false } } } });
    expect(faultsOf(await tryCreate(boss, 'Account', abroad({ currency: 'USD' })))).toEqual(['input.currency UNKNOWN_CURRENCY']);
    expect(faultsOf(await tryUpdate(boss, 'Account', other['id'] as string, { currency: 'USD' }))).toEqual([
      'input.currency UNKNOWN_CURRENCY',
    ]);
    const changes = { currency: 'USD', exchangeRate: '1.3', annualRevenue: '130' };
    expect(await update(boss, 'Account', id as string, changes, 'annualRevenueInBaseCurrency')).toEqual({
      annualRevenueInBaseCurrency: '100.00',
    });
    await change(boss, usd, { isActive: true });
    expect(faultsOf(await tryCreate(boss, 'Account', abroad({ currency: 'USD' })))).toEqual([]);
  });

  test('one that records have is not deleted, one that none has may come again', async () => {
    const { chief: boss } = await crm.company('deleting');
    const [usd, gbp, eur] = await Promise.all(['USD', 'GBP', 'EUR'].map((code) => idOf(boss, code)));
    const { id } = await create(boss, 'Account', abroad({ currency: 'USD' }));
    await create(boss, 'Deal', { dealName: 'Sale', stage: 'QUALIFICATION', closingDate: '2027-01-31', currency: 'USD' });
    await remove(boss, 'Account', id as string);
    const before = await contentOf(boss);
    const refused = await drop(boss, usd!);
    expect(faultsOf(refused)).toEqual(['id IN_USE']);
    // The account in the bin, the deal, and its history.
    expect(refused.errors![0]!.extensions).toMatchObject({ fields: [{ details: { count: 3 } }] });
    expect(faultsOf(await drop(boss, eur!))).toEqual(['id CONTRADICTION']);
    expect(faultsOf(await change(boss, eur!, { isActive: false }))).toEqual(['input.isActive CONTRADICTION']);
    expect(faultsOf(await change(boss, eur!, { isoCode: 'GBP' }))).toEqual(['input.isoCode UNKNOWN_FIELD']);
    expect(await contentOf(boss)).toBe(before);

    const bulk = await boss.ask(
      'mutation ($items: [CurrencyReference!]!) { deleteCurrencies(items: $items, onError: CONTINUE) { results { error { fields { inputPath code } } } succeeded } }',
      { items: [{ id: usd }, { id: gbp }] },
    );
    expect(bulk['deleteCurrencies']).toEqual({
      results: [{ error: { fields: [{ inputPath: 'items.0.id', code: 'IN_USE' }] } }, { error: null }],
      succeeded: 1,
    });
    expect(faultsOf(await tryCreate(boss, 'Account', abroad({ currency: 'GBP' })))).toEqual(['input.currency UNKNOWN_CURRENCY']);
    await addCurrency(boss, 'GBP');
    const restored = await boss.send('mutation ($id: ID!) { restoreCurrency(id: $id) { currency { id } } }', { id: gbp });
    expect(faultsOf(restored)).toEqual(['id NOT_UNIQUE']);
  });

  test('a rate is a number above 0, one a day, of a currency that is not the base currency', async () => {
    const { chief: boss } = await crm.company('rates');
    const [usd, eur] = await Promise.all(['USD', 'EUR'].map((code) => idOf(boss, code)));
    const day = '2026-01-01';
    const before = await contentOf(boss);
    for (const [input, fault] of [
      [{ rate: '0' }, 'input.rate OUT_OF_RANGE'],
      [{ rate: '-1.1' }, 'input.rate OUT_OF_RANGE'],
      [{ rate: '0.0000000000000000000001' }, 'input.rate OUT_OF_RANGE'],
      [{ rate: `1${'0'.repeat(30)}` }, 'input.rate OUT_OF_RANGE'],
      [{ rate: 1e30 }, 'input.rate WRONG_TYPE'],
      [{ rate: '1e30' }, 'input.rate WRONG_TYPE'],
      [{ rate: 'NaN' }, 'input.rate WRONG_TYPE'],
      [{ rate: null }, 'input.rate REQUIRED'],
      [{ currencyId: eur }, 'input.currencyId CONTRADICTION'],
      [{ currencyId: `account_${boss.org}` }, 'input.currencyId REFERENCE_NOT_FOUND'],
      [{ currencyId: await idOf(chief, 'USD') }, 'input.currencyId REFERENCE_NOT_FOUND'],
      [{ validFrom: '2026-02-30' }, 'input.validFrom WRONG_TYPE'],
    ] as const)
      expect([
        input,
        faultsOf(await addRate(boss, { currencyId: usd, validFrom: day, rate: '1.2', ...(input as Record<string, unknown>) })),
      ]).toEqual([input, [fault]]);
    expect(faultsOf(await tryCreate(boss, 'Account', abroad({ currency: 'USD', exchangeRate: '0' })))).toEqual([
      'input.exchangeRate OUT_OF_RANGE',
    ]);
    expect(await contentOf(boss)).toBe(before);

    const first = await addRate(boss, { currencyId: usd, validFrom: day, rate: '1.2' });
    expect(faultsOf(await addRate(boss, { currencyId: usd, validFrom: day, rate: '1.3' }))).toEqual(['input.validFrom NOT_UNIQUE']);
    const two = [1, 2].map((rate) => ({ currencyId: usd, validFrom: '2026-02-01', rate: String(rate) }));
    const both = await boss.send('mutation ($inputs: [ExchangeRateCreateInput!]!) { createExchangeRates(inputs: $inputs) { succeeded } }', {
      inputs: two,
    });
    expect(faultsOf(both)).toEqual(['inputs.1.validFrom NOT_UNIQUE']);

    // A wrong rate is put right, or taken away and given again.
    const { id } = (first.data as Record<string, any>)['createExchangeRate'].exchangeRate as { id: string };
    const rates =
      'mutation ($id: ID!, $input: ExchangeRateUpdateInput!) { updateExchangeRate(id: $id, input: $input) { exchangeRate { rate validFrom } } }';
    expect((await boss.ask(rates, { id, input: { rate: '1.21', validFrom: day } }))['updateExchangeRate'].exchangeRate).toEqual({
      rate: '1.21',
      validFrom: day,
    });
    await boss.ask('mutation ($id: ID!) { deleteExchangeRate(id: $id) { exchangeRate { id } } }', { id });
    expect(faultsOf(await addRate(boss, { currencyId: usd, validFrom: day, rate: '1.3' }))).toEqual([]);
  });

  test('of two who add the same rate at once one succeeds, and the other is told', async () => {
    const { chief: boss } = await crm.company('race');
    const usd = await idOf(boss, 'USD');
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => addRate(boss, { currencyId: usd, validFrom: '2026-03-01', rate: `1.${n}` })),
    );
    expect(answers.map(faultsOf).sort()).toEqual([[], ...Array.from({ length: 5 }, () => ['input.validFrom NOT_UNIQUE'])]);
  });

  test('the same currency twice is refused', async () => {
    const answer = await chief.send('mutation { createCurrency(input: { isoCode: "USD" }) { currency { id } } }');
    expect(faultsOf(answer)).toEqual(['input.isoCode NOT_UNIQUE']);
  });
});

test('a standard user changes neither the organisation nor its currencies, and sees both', async () => {
  const { currencies, exchangeRates } = await clerk.ask('{ currencies { nodes { id } } exchangeRates { nodes { id } } }');
  const [currency, rate] = [currencies.nodes[1].id, exchangeRates.nodes[0].id] as [string, string];
  const before = await contentOf(acme);
  for (const mutation of [
    'updateOrganization(input: { name: "Mine" }) { organization { name } }',
    'createCurrency(input: { isoCode: "CHF" }) { currency { id } }',
    'createCurrencies(inputs: [{ isoCode: "CHF" }]) { succeeded }',
    `updateCurrency(id: "${currency}", input: { isActive: false }) { currency { id } }`,
    `updateCurrencies(items: [{ id: "${currency}", input: { isActive: false } }]) { succeeded }`,
    `deleteCurrency(id: "${currency}") { currency { id } }`,
    `deleteCurrencies(items: [{ id: "${currency}" }]) { succeeded }`,
    `restoreCurrency(id: "${currency}") { currency { id } }`,
    `restoreCurrencies(items: [{ id: "${currency}" }]) { succeeded }`,
    `createExchangeRate(input: { currencyId: "${currency}", validFrom: "2026-01-01", rate: "2" }) { exchangeRate { id } }`,
    `createExchangeRates(inputs: [{ currencyId: "${currency}", validFrom: "2026-01-01", rate: "2" }]) { succeeded }`,
    `updateExchangeRate(id: "${rate}", input: { rate: "2" }) { exchangeRate { id } }`,
    `updateExchangeRates(items: [{ id: "${rate}", input: { rate: "2" } }]) { succeeded }`,
    `deleteExchangeRate(id: "${rate}") { exchangeRate { id } }`,
    `deleteExchangeRates(items: [{ id: "${rate}" }]) { succeeded }`,
    `restoreExchangeRate(id: "${rate}") { exchangeRate { id } }`,
    `restoreExchangeRates(items: [{ id: "${rate}" }]) { succeeded }`,
  ])
    expect([mutation, codesOf(await clerk.send(`mutation { ${mutation} }`))]).toEqual([mutation, ['FORBIDDEN']]);
  expect(await contentOf(acme)).toBe(before);
});
