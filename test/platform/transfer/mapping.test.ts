import { existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { customField, inputName } from '../../../server/core/fields.js';
import { catalogueOf } from '../../../server/core/messages.js';
import { registry } from '../../../server/modules/index.js';
import { cardColumns } from '../../../server/platform/transfer/card-cells.js';
import { headerNames } from '../../../server/platform/transfer/header-names.js';
import { openTable } from '../../../server/platform/transfer/open-table.js';
import { guessOrigin, guessSource, proposeMapping, type MappingTarget } from '../../../server/platform/transfer/propose-mapping.js';

const folder = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn(`${fileURLToPath(folder)} is not there: the tests on real headers are left out.`);
const real = isThere ? describe : describe.skip;

const columnsOf = async (file: string): Promise<readonly string[]> =>
  (await openTable(() => Readable.from([readFileSync(new URL(file, folder))]))).columns;

/** `field`, `lookup<by`, `@source`, or `-reason`, by column. */
function mappingOf(columns: readonly string[], module: string, language = 'en'): Record<string, string> {
  const told = (target: MappingTarget): string => {
    if ('externalId' in target) return `@${target.externalId ?? '?'}`;
    return 'lookup' in target ? `${target.lookup}<${target.by}${target.source ? `:${target.source}` : ''}` : target.field;
  };
  return Object.fromEntries(
    proposeMapping(columns, registry.module(module), registry, language).map(({ column, target, reason }) => [
      column,
      target ? told(target) : `-${reason!}`,
    ]),
  );
}

test('the names of other systems lead to fields that there are', () => {
  for (const [name, { fields }] of Object.entries(headerNames)) {
    const known = registry.module(name).fields;
    expect({ name, unknown: Object.keys(fields).filter((field) => !known.has(field)) }).toEqual({ name, unknown: [] });
  }
});

test.each(['Account', 'Contact', 'Deal', 'Lead'])('every field of %s is found by its API name and its labels, in any writing', (name) => {
  const module = registry.module(name);
  const fields = [...module.fields.values()].filter((field) => field.writable);
  expect(fields.length).toBeGreaterThan(8);
  const spellings: ((words: string) => string)[] = [
    (words) => words,
    (words) => words.toUpperCase(),
    (words) => words.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase(),
    (words) => words.replace(/([a-z])([A-Z])/g, '$1 $2'),
    (words) => ` ${words} `,
  ];
  for (const field of fields) {
    const labels = ['en', 'nl'].map((tag) => catalogueOf(tag).labels[`${name}.${field.name}`]!);
    const wanted = field.kind === 'lookup' && !field.inputKey ? { lookup: field.name, by: 'name' } : { field: inputName(field) };
    for (const text of [field.name, ...labels]) {
      for (const spelling of spellings) {
        const [proposed] = proposeMapping([spelling(text)], module, registry, 'nl');
        expect([spelling(text), proposed!.target]).toEqual([spelling(text), wanted]);
        expect(proposed!.confidence).toBeGreaterThan(0.8);
      }
    }
  }
});

test('a custom field is found by its name, with and without what marks it', () => {
  const extended = registry.extend('test', { Contact: [customField('text', 'branch_c', { description: 'Branch.' })] });
  const targets = ['branch_c', 'Branch', 'Branch__c'].map(
    (column) => proposeMapping([column], extended.module('Contact'), extended, 'en')[0]!.target,
  );
  expect(targets).toEqual([{ field: 'branch_c' }, { field: 'branch_c' }, { field: 'branch_c' }]);
});

test('a field is proposed once, for the column that fits best', () => {
  expect(mappingOf(['E-mail Address', 'Email', 'Mail'], 'Contact')).toEqual({ 'E-mail Address': '-taken', Email: 'email', Mail: '-taken' });
  expect(mappingOf(['Account Name', 'Account Name.id', 'Record Id'], 'Deal')).toEqual({
    'Account Name': '-taken',
    'Account Name.id': 'account<externalId:zoho',
    'Record Id': '@zoho',
  });
});

test('our own export is known by its API names', () => {
  const columns = ['id', 'version', 'createdAt', 'ownerId', 'dealName', 'accountId', 'pipelineId', 'stage', 'amount', 'fullName'];
  expect(guessOrigin(columns, registry, 'en')).toEqual({ module: 'Deal', source: 'relata' });
  expect(mappingOf(columns, 'Deal')).toEqual({
    id: 'id',
    version: '-computed',
    createdAt: '-computed',
    ownerId: 'ownerId',
    dealName: 'dealName',
    accountId: 'accountId',
    pipelineId: 'pipelineId',
    stage: 'stage',
    amount: 'amount',
    fullName: '-unknown',
  });
});

test('a file is about the module that its columns are about, not about the one that knows one of them best', () => {
  const dutch = ['Dealnaam', 'Fase', 'Sluitingsdatum', 'Bedrag', 'Account', 'Kans'];
  expect(guessOrigin(dutch, registry, 'en', 'deals-nl.csv')).toEqual({ module: 'Deal', source: null });
  expect(guessOrigin([...dutch, 'Regio', 'Rayon'], registry, 'nl')).toEqual({ module: 'Deal', source: null });
  expect(guessOrigin(['Account', 'Regel', 'Rayon', 'Maat', 'Kleur'], registry, 'nl').module).toBeNull();
});

test('columns of our own exports are known by the paths that queries have', () => {
  expect(
    mappingOf(['dealName', 'stage.key', 'account.accountName', 'owner.fullName', 'contact.email', 'campaignSource.campaignName'], 'Deal'),
  ).toEqual({
    dealName: 'dealName',
    'stage.key': 'stage',
    'account.accountName': 'account<name',
    'owner.fullName': 'owner<name',
    'contact.email': 'contact<name',
    'campaignSource.campaignName': 'campaignSource<name',
  });
  expect(mappingOf(['subject', 'account.id', 'deal.dealName'], 'Quote')).toMatchObject({
    subject: 'subject',
    'deal.dealName': 'deal<name',
  });
});

test('columns of vCards lead to contacts and to leads', () => {
  const contact = mappingOf(cardColumns, 'Contact');
  expect(Object.entries(contact).filter(([, place]) => place.startsWith('-'))).toEqual([['URL', '-unknown']]);
  expect(contact).toMatchObject({
    Company: 'account<name',
    Street: 'mailingStreet',
    Zip: 'mailingZip',
    Birthday: 'dateOfBirth',
    Note: 'description',
  });
  expect(mappingOf(cardColumns, 'Lead')).toMatchObject({
    Company: 'company',
    Street: 'street',
    Zip: 'zipCode',
    Title: 'designation',
    URL: 'website',
  });
});

describe('Zoho', () => {
  const all = [
    'Record Id',
    'Created By.id',
    'Created By',
    'Modified By.id',
    'Modified By',
    'Created Time',
    'Modified Time',
    'Last Activity Time',
    'Currency',
    'Exchange Rate',
    'Description',
  ];
  const address = (kind: string, code: string): string[] => ['Street', 'City', 'State', code, 'Country'].map((part) => `${kind}${part}`);

  test('leads', () => {
    const columns = [
      ...all,
      'Lead Owner.id',
      'Lead Owner',
      'Lead Name',
      'Salutation',
      'First Name',
      'Last Name',
      'Company',
      'Title',
      'Email',
      'Secondary Email',
      'Phone',
      'Mobile',
      'Fax',
      'Website',
      'Lead Source',
      'Lead Status',
      'Industry',
      'No. of Employees',
      'Annual Revenue',
      'Rating',
      'Email Opt Out',
      ...address('', 'Zip Code'),
      'Is Converted',
      'Converted Account.id',
    ];
    expect(guessOrigin(columns, registry, 'en', 'Leads_001.csv')).toEqual({ module: 'Lead', source: 'zoho' });
    expect(guessOrigin(columns, registry, 'en')).toEqual({ module: 'Lead', source: 'zoho' });
    expect(mappingOf(columns, 'Lead')).toEqual({
      'Record Id': '@zoho',
      'Created By.id': '-system',
      'Created By': '-system',
      'Modified By.id': '-system',
      'Modified By': '-system',
      'Created Time': '-system',
      'Modified Time': '-system',
      'Last Activity Time': '-system',
      Currency: 'currency',
      'Exchange Rate': 'exchangeRate',
      Description: 'description',
      'Lead Owner.id': 'owner<externalId:zoho',
      'Lead Owner': '-taken',
      'Lead Name': '-computed',
      Salutation: 'salutation',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Company: 'company',
      Title: 'designation',
      Email: 'email',
      'Secondary Email': 'secondaryEmail',
      Phone: 'phone',
      Mobile: 'mobile',
      Fax: 'fax',
      Website: 'website',
      'Lead Source': 'leadSource',
      'Lead Status': 'leadStatus',
      Industry: 'industry',
      'No. of Employees': 'noOfEmployees',
      'Annual Revenue': 'annualRevenue',
      Rating: 'rating',
      'Email Opt Out': 'emailOptOut',
      Street: 'street',
      City: 'city',
      State: 'state',
      'Zip Code': 'zipCode',
      Country: 'country',
      'Is Converted': '-computed',
      'Converted Account.id': '-computed',
    });
  });

  test('accounts, contacts and deals: all but what is not there or is the system’s own', () => {
    const files = {
      Account: [
        'Account Owner.id',
        'Account Owner',
        'Account Name',
        'Account Site',
        'Account Number',
        'Account Type',
        'Parent Account.id',
        'Phone',
        'Website',
        'Ownership',
        'Industry',
        'Employees',
        'Annual Revenue',
        'SIC Code',
        ...address('Billing ', 'Code'),
        ...address('Shipping ', 'Code'),
      ],
      Contact: [
        'Contact Owner.id',
        'Contact Owner',
        'First Name',
        'Last Name',
        'Account Name.id',
        'Account Name',
        'Email',
        'Phone',
        'Mobile',
        'Home Phone',
        'Assistant',
        'Asst Phone',
        'Date of Birth',
        'Title',
        'Department',
        'Reporting To',
        ...address('Mailing ', 'Zip'),
        ...address('Other ', 'Zip'),
        'Lead Source',
        'Email Opt Out',
        'Skype ID',
      ],
      Deal: [
        'Deal Owner.id',
        'Deal Owner',
        'Deal Name',
        'Account Name.id',
        'Account Name',
        'Contact Name.id',
        'Contact Name',
        'Amount',
        'Closing Date',
        'Stage',
        'Pipeline',
        'Probability (%)',
        'Type',
        'Next Step',
        'Lead Source',
        'Reason For Loss',
      ],
    };
    for (const [module, columns] of Object.entries(files)) {
      expect(guessOrigin([...all, ...columns], registry, 'en')).toEqual({ module, source: 'zoho' });
      const missed = Object.entries(mappingOf([...all, ...columns], module)).filter(
        ([column, place]) => place.startsWith('-') && columns.includes(column),
      );
      // The names beside the ids.
      const names = columns.filter((column) => columns.includes(`${column}.id`));
      expect([module, missed]).toEqual([module, names.map((column) => [column, '-taken'])]);
    }
    expect(
      mappingOf(['Billing Address - City', 'Billing Address - State / Province', 'Billing Address - Country / Region'], 'Account'),
    ).toEqual({
      'Billing Address - City': 'billingCity',
      'Billing Address - State / Province': 'billingState',
      'Billing Address - Country / Region': 'billingCountry',
    });
  });

  test('the first API', () => {
    const columns = ['POTENTIALID', 'SMOWNERID', 'Potential Name', 'ACCOUNTID', 'Stage', 'Closing Date', 'MODIFIEDBY'];
    expect(guessOrigin(columns, registry, 'en', 'Potentials.csv')).toEqual({ module: 'Deal', source: 'zoho' });
    expect(mappingOf(columns, 'Deal')).toMatchObject({
      POTENTIALID: '@zoho',
      SMOWNERID: 'owner<externalId:zoho',
      'Potential Name': 'dealName',
      ACCOUNTID: 'account<externalId:zoho',
      MODIFIEDBY: '-system',
    });
  });
});

test('HubSpot', () => {
  const contacts = [
    'Record ID',
    'First Name',
    'Last Name',
    'Email',
    'Phone Number',
    'Mobile Phone Number',
    'Contact owner',
    'Job Title',
    'Associated Company',
    'Associated Company IDs',
    'Street Address',
    'City',
    'State/Region',
    'Postal Code',
    'Country/Region',
    'Create Date',
    'Lifecycle Stage',
    'Unsubscribed from all email',
  ];
  expect(guessOrigin(contacts, registry, 'en')).toEqual({ module: 'Contact', source: 'hubspot' });
  expect(mappingOf(contacts, 'Contact')).toEqual({
    'Record ID': '@hubspot',
    'First Name': 'firstName',
    'Last Name': 'lastName',
    Email: 'email',
    'Phone Number': 'phone',
    'Mobile Phone Number': 'mobile',
    'Contact owner': 'owner<name',
    'Job Title': 'title',
    'Associated Company': '-taken',
    'Associated Company IDs': 'account<externalId:hubspot',
    'Street Address': 'mailingStreet',
    City: 'mailingCity',
    'State/Region': 'mailingState',
    'Postal Code': 'mailingZip',
    'Country/Region': 'mailingCountry',
    'Create Date': '-system',
    'Lifecycle Stage': '-unknown',
    'Unsubscribed from all email': 'emailOptOut',
  });
  const deals = [
    'Record ID',
    'Deal Name',
    'Deal Stage',
    'Pipeline',
    'Close Date',
    'Amount',
    'Deal owner',
    'Deal Type',
    'Associated Company',
    'Associated Contact',
  ];
  expect(guessOrigin(deals, registry, 'en')).toEqual({ module: 'Deal', source: 'hubspot' });
  expect(mappingOf(deals, 'Deal')).toEqual({
    'Record ID': '@hubspot',
    'Deal Name': 'dealName',
    'Deal Stage': 'stage',
    Pipeline: 'pipeline<name',
    'Close Date': 'closingDate',
    Amount: 'amount',
    'Deal owner': 'owner<name',
    'Deal Type': 'type',
    'Associated Company': 'account<name',
    'Associated Contact': 'contact<name',
  });
  const companies = [
    'Record ID',
    'Company name',
    'Company Domain Name',
    'Company owner',
    'Industry',
    'Number of Employees',
    'Annual Revenue',
    'City',
    'Parent Company',
  ];
  expect(guessOrigin(companies, registry, 'en')).toEqual({ module: 'Account', source: 'hubspot' });
  expect(Object.values(mappingOf(companies, 'Account'))).toEqual([
    '@hubspot',
    'accountName',
    'website',
    'owner<name',
    'industry',
    'employees',
    'annualRevenue',
    'billingCity',
    'parentAccount<name',
  ]);
});

test('an owner is named by e-mail, name or id', () => {
  expect(mappingOf(['Owner Email'], 'Lead')).toEqual({ 'Owner Email': 'owner<unique' });
  expect(mappingOf(['Eigenaar'], 'Lead', 'nl')).toEqual({ Eigenaar: 'owner<name' });
  expect(mappingOf(['Owner Id'], 'Lead')).toEqual({ 'Owner Id': 'owner<externalId' });
});

test('a header that says nothing is not taken for something', () => {
  expect(guessSource(['a', 'b', 'c'])).toBeNull();
  expect(guessOrigin(['a', 'b', 'c'], registry, 'en')).toEqual({ module: null, source: null });
  expect(mappingOf(['', '###', 'constructor', '__proto__', 'toString'], 'Contact')).toEqual({
    '': '-unknown',
    '###': '-unknown',
    constructor: '-unknown',
    ['__proto__']: '-unknown',
    toString: '-unknown',
  });
});

test('what a file holds is told by its name, or by columns of any module that is imported', () => {
  const guess = (columns: readonly string[], fileName?: string) => guessOrigin(columns, registry, 'en', fileName).module;
  const files: Readonly<Record<string, readonly string[]>> = {
    PurchaseOrder: ['Vendor Name', 'PO Number', 'Subject'],
    Quote: ['Subject', 'Account Name', 'Quote Stage', 'Grand Total', 'Valid Until'],
    Invoice: ['Subject', 'Account Name', 'Invoice Date', 'Due Date', 'Status'],
    PriceBook: ['Price Book Name', 'Active', 'Pricing Model'],
    Product: ['Product Name', 'Product Code', 'Vendor Name', 'Unit Price'],
    Contact: ['First Name', 'Last Name', 'Email', 'Phone', 'Mobile'],
    Account: ['Name', 'Phone', 'Website'],
  };
  expect(Object.values(files).map((columns) => guess(columns))).toEqual(Object.keys(files));
  const named = ['purchase-orders.csv', 'quotes (1).csv', 'folder/Invoices_2026-01-31.csv', 'price books.csv', 'Producten-rejected.csv'];
  expect(named.map((name) => guess(['Subject', 'Account Name'], name))).toEqual(Object.keys(files).slice(0, 5));
  // Not ours, of which there is one.
  expect(guess(['Naam', 'Telefoon'], 'Organisaties.csv')).toBe('Account');
  expect(guess(['Leveranciersnaam', 'Inkoopordernummer', 'Onderwerp'])).toBe('PurchaseOrder');
});

test('nothing is guessed where a file is called after a module that is not imported, fits that better, or fits several', () => {
  const members = ['Campaign', 'Person', 'Member Status'];
  expect(guessOrigin(members, registry, 'en', 'campaign-members.csv').module).toBe('CampaignMember');
  expect(guessOrigin(members, registry, 'en').module).toBeNull();
  expect(guessOrigin(['Name', 'Percentage'], registry, 'en').module).toBeNull();
  expect(guessOrigin(['Subject', 'Account Name', 'Grand Total'], registry, 'en').module).toBeNull();
});

test('a lookup is found by what its records are called, where that is no field of the module', () => {
  for (const module of ['Quote', 'SalesOrder', 'Invoice'])
    expect(mappingOf(['Subject', 'Account Name', 'Contact Name', 'Deal Name'], module)).toEqual({
      Subject: 'subject',
      'Account Name': 'account<name',
      'Contact Name': 'contact<name',
      'Deal Name': 'deal<name',
    });
  for (const module of ['PurchaseOrder', 'Product']) expect(mappingOf(['Vendor Name'], module)).toEqual({ 'Vendor Name': 'vendor<name' });
  expect(mappingOf(['Account Name.id', 'Accountnaam', 'Quote Name'], 'Invoice')).toEqual({
    'Account Name.id': 'account<externalId',
    Accountnaam: '-taken',
    'Quote Name': 'quote<name',
  });
  expect(mappingOf(['Account Name', 'Parent Account Name'], 'Account')).toEqual({
    'Account Name': 'accountName',
    'Parent Account Name': 'parentAccount<name',
  });
  expect(mappingOf(['Vendor Name'], 'Vendor')).toEqual({ 'Vendor Name': 'vendorName' });
});

test('a percentage is not taken for an amount', () => {
  expect(mappingOf(['Discount', 'Discount %'], 'Quote')).toEqual({ Discount: 'discount', 'Discount %': 'discountPercent' });
  expect(mappingOf(['Discount %'], 'Invoice')).toEqual({ 'Discount %': 'discountPercent' });
  expect(mappingOf(['Expected Response (%)'], 'Campaign')).toEqual({ 'Expected Response (%)': 'expectedResponse' });
  expect(mappingOf(['Expected Response'], 'Campaign')).toEqual({ 'Expected Response': 'expectedResponse' });
});

test('no column fills what holds a structure', () => {
  expect(mappingOf(['Taxes'], 'Quote')).toEqual({ Taxes: '-unknown' });
});

real("another CRM's export, without a mapping made by hand", () => {
  test.each([
    ['Account', 'Account'],
    ['Contact', 'Contact'],
    ['Lead', 'Lead'],
    ['Opportunity', 'Deal'],
  ])('%s.csv holds %s', async (file, module) => {
    const columns = await columnsOf(`salesforce-workshop/${file}.csv`);
    expect(guessOrigin(columns, registry, 'en', `export/${file}.csv`)).toEqual({ module, source: 'salesforce' });
    expect(guessOrigin(columns, registry, 'en')).toEqual({ module, source: 'salesforce' });
  });

  const wanted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    Account: {
      Id: '@salesforce',
      Name: 'accountName',
      Type: 'accountType',
      ParentId: 'parentAccount<externalId:salesforce',
      BillingStreet: 'billingStreet',
      BillingCity: 'billingCity',
      BillingState: 'billingState',
      BillingPostalCode: 'billingCode',
      BillingCountry: 'billingCountry',
      ShippingStreet: 'shippingStreet',
      ShippingCity: 'shippingCity',
      ShippingState: 'shippingState',
      ShippingPostalCode: 'shippingCode',
      ShippingCountry: 'shippingCountry',
      Phone: 'phone',
      Fax: 'fax',
      Website: 'website',
      Industry: 'industry',
      AnnualRevenue: 'annualRevenue',
      NumberOfEmployees: 'employees',
      Description: 'description',
      OwnerId: 'owner<externalId:salesforce',
    },
    Contact: {
      Id: '@salesforce',
      AccountId: 'account<externalId:salesforce',
      LastName: 'lastName',
      FirstName: 'firstName',
      Salutation: 'salutation',
      OtherStreet: 'otherStreet',
      OtherCity: 'otherCity',
      OtherState: 'otherState',
      OtherPostalCode: 'otherZip',
      OtherCountry: 'otherCountry',
      MailingStreet: 'mailingStreet',
      MailingCity: 'mailingCity',
      MailingState: 'mailingState',
      MailingPostalCode: 'mailingZip',
      MailingCountry: 'mailingCountry',
      Phone: 'phone',
      Fax: 'fax',
      MobilePhone: 'mobile',
      HomePhone: 'homePhone',
      OtherPhone: 'otherPhone',
      AssistantPhone: 'asstPhone',
      ReportsToId: 'reportingTo<externalId:salesforce',
      Email: 'email',
      Title: 'title',
      Department: 'department',
      AssistantName: 'assistant',
      LeadSource: 'leadSource',
      Birthdate: 'dateOfBirth',
      Description: 'description',
      OwnerId: 'owner<externalId:salesforce',
      HasOptedOutOfEmail: 'emailOptOut',
    },
    Lead: {
      Id: '@salesforce',
      LastName: 'lastName',
      FirstName: 'firstName',
      Salutation: 'salutation',
      Title: 'designation',
      Company: 'company',
      Street: 'street',
      City: 'city',
      State: 'state',
      PostalCode: 'zipCode',
      Country: 'country',
      Phone: 'phone',
      Email: 'email',
      Website: 'website',
      Description: 'description',
      LeadSource: 'leadSource',
      Status: 'leadStatus',
      Industry: 'industry',
      Rating: 'rating',
      AnnualRevenue: 'annualRevenue',
      NumberOfEmployees: 'noOfEmployees',
      OwnerId: 'owner<externalId:salesforce',
    },
    Opportunity: {
      Id: '@salesforce',
      AccountId: 'account<externalId:salesforce',
      Name: 'dealName',
      Description: 'description',
      StageName: 'stage',
      Amount: 'amount',
      Probability: 'probability',
      CloseDate: 'closingDate',
      Type: 'type',
      NextStep: 'nextStep',
      LeadSource: 'leadSource',
      OwnerId: 'owner<externalId:salesforce',
    },
  };
  test.each([
    ['Account', 'Account'],
    ['Contact', 'Contact'],
    ['Lead', 'Lead'],
    ['Opportunity', 'Deal'],
  ])('the columns of %s.csv lead to the fields of %s, and no other', async (file, module) => {
    const mapping = mappingOf(await columnsOf(`salesforce-workshop/${file}.csv`), module);
    expect(Object.fromEntries(Object.entries(mapping).filter(([, place]) => !place.startsWith('-')))).toEqual(wanted[file]);
    for (const column of ['CreatedDate', 'LastModifiedById', 'SystemModstamp', 'IsDeleted'])
      expect([column, mapping[column]]).toEqual([column, '-system']);
  });

  test('plain business tables find what there is', async () => {
    expect(mappingOf(await columnsOf('maven-crm-sales/accounts.csv'), 'Account')).toMatchObject({
      account: 'accountName',
      sector: 'industry',
      revenue: 'annualRevenue',
      employees: 'employees',
      subsidiary_of: 'parentAccount<name',
    });
    expect(mappingOf(await columnsOf('maven-crm-sales/sales_pipeline.csv'), 'Deal')).toMatchObject({
      account: 'account<name',
      deal_stage: 'stage',
      close_date: 'closingDate',
      close_value: 'amount',
      opportunity_id: '@?',
    });
    expect(mappingOf(await columnsOf('northwind/customers.csv'), 'Account')).toMatchObject({
      CompanyName: 'accountName',
      City: 'billingCity',
      PostalCode: 'billingCode',
      Country: 'billingCountry',
      Phone: 'phone',
      Fax: 'fax',
    });
  });
});
