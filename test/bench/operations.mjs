/** The same questions put to both servers: ours as anyone would ask, the peer's with aliases that give the answer our names. */

/** @typedef {{ org: string, userId: string, token: string }} Caller */

/**
 * @typedef {object} Operation
 * @property {string} name
 * @property {{ query: string, variables?: (row: any) => object }} ours
 * @property {{ query: string, variables?: (row: any, caller: Caller) => object }} peer
 * @property {number} [least] how many times better than the peer we want to be
 * @property {string} [rows] SQL for the rows that the variables are made from, one request each
 */

/** @type {Operation[]} */
export const reads = [
  {
    name: 'list of 50 with owner',
    least: 2.7,
    ours: {
      query: `query List { accounts(first: 50) { nodes {
        id accountName industry rating annualRevenue phone website billingCity createdAt owner { id fullName email } } } }`,
    },
    peer: {
      query: `query List { accounts: allAccounts(first: 50, orderBy: PRIMARY_KEY_DESC, condition: { deletedAt: null }) { nodes {
        id: rowId accountName industry rating annualRevenue phone website billingCity createdAt owner: appUserByOrgAndOwnerId { id: rowId fullName email } } } }`,
    },
  },
  {
    name: 'three levels nested',
    least: 2.2,
    ours: {
      query: `query Nested { accounts(first: 20) { nodes { id accountName
        contacts(first: 5) { nodes { id fullName email
          deals(first: 3) { nodes { id dealName amount closingDate } } } } } } }`,
    },
    peer: {
      query: `query Nested { accounts: allAccounts(first: 20, orderBy: PRIMARY_KEY_DESC, condition: { deletedAt: null }) { nodes { id: rowId accountName
        contacts: contactsByOrgAndAccountId(first: 5, orderBy: PRIMARY_KEY_DESC, condition: { deletedAt: null }) { nodes { id: rowId fullName email
          deals: dealsByOrgAndContactId(first: 3, orderBy: PRIMARY_KEY_DESC, condition: { deletedAt: null }) { nodes { id: rowId dealName amount closingDate } } } } } } }`,
    },
  },
  {
    name: 'one by id with three relations',
    least: 2.7,
    rows: 'SELECT id FROM deal WHERE org = $1 ORDER BY md5(id::text) LIMIT 500',
    ours: {
      query: `query One($id: ID!) { deal(id: $id) { id dealName amount closingDate
        account { id accountName phone } contact { id fullName email } stage { id key label probability } } }`,
      variables: ({ id }) => ({ id: `deal_${id}` }),
    },
    peer: {
      query: `query One($org: UUID!, $id: UUID!) { deal: dealByOrgAndRowId(org: $org, rowId: $id) { id: rowId dealName amount closingDate
        account: accountByOrgAndAccountId { id: rowId accountName phone } contact: contactByOrgAndContactId { id: rowId fullName email }
        stage: pipelineStageByOrgAndStageId { id: rowId key label probability } } }`,
      variables: ({ id }, { org }) => ({ org, id }),
    },
  },
  {
    name: '500 rows × 12 fields',
    least: 2.5,
    ours: {
      query: `query Many { deals(first: 500) { nodes {
        id dealName amount currency exchangeRate closingDate probability expectedRevenue type leadSource nextStep createdAt } } }`,
    },
    peer: {
      query: `query Many { deals: allDeals(first: 500, orderBy: PRIMARY_KEY_DESC, condition: { deletedAt: null }) { nodes {
        id: rowId dealName amount currency exchangeRate closingDate probability expectedRevenue type leadSource nextStep createdAt } } }`,
    },
  },
];

/** The load replaces it by a new uuid in each request. */
const FRESH = '00000000-0000-7000-8000-000000000000';
const account = {
  accountName: 'Nordwind Optics',
  accountNumber: FRESH,
  industry: 'LARGE_ENTERPRISE',
  annualRevenue: '1250000.50',
  employees: 40,
  phone: '+31 20 5550100',
  website: 'https://www.example.com/nordwind',
  billingCity: 'Utrecht',
};
const made = 'id accountName accountNumber industry annualRevenue employees phone website billingCity version';

/** @type {Operation} */
export const create = {
  name: 'single create with log',
  least: 1.5,
  ours: {
    query: `mutation Create($input: AccountCreateInput!) { createAccount(input: $input) { account { ${made} } } }`,
    variables: () => ({ input: account }),
  },
  peer: {
    query: `mutation Create($input: AccountInput!) { createAccount(input: { account: $input }) { account { ${made.replace('id', 'id: rowId')} } } }`,
    // Columns that the triggers fill in are required of its input all the same.
    variables: (_row, { org, userId }) => {
      const now = '2024-01-01T00:00:00Z';
      return {
        input: {
          ...account,
          org,
          rowId: FRESH,
          ownerId: userId,
          currency: 'EUR',
          exchangeRate: '1',
          version: 1,
          createdAt: now,
          modifiedAt: now,
        },
      };
    },
  },
};

/** @param {number} count */
export const createMany = (count) => ({
  query: `mutation Many($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { succeeded failed results { index account { id } } } }`,
  variables: { inputs: Array.from({ length: count }, (_, index) => ({ ...account, accountNumber: `N-${index}` })) },
});

/**
 * An answer's data as both servers mean it: ids without our prefixes, instants in one notation.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function normalized(value) {
  if (Array.isArray(value)) return value.map(normalized);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, normalized(one)]));
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value)) return new Date(value).toISOString();
  return value.replace(/^[a-z]+_(?=[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$)/, '');
}
