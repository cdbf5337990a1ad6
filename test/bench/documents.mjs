/** What documents cost: a screen of an order beside PostGraphile, a quote of 100 lines beside its bare SQL. */
import { randomUUID } from 'node:crypto';
import { ask, oursBy } from './ask.mjs';
import { median } from './measure.mjs';

export const documentSizes = { accounts: 2000, contacts: 10_000, deals: 10_000 };
const PRODUCTS = 100;
const ORDERS = 200;
const LINES = 20;
const QUOTE_LINES = 100;
const SAVED = 40;

/** @type {import('./operations.mjs').Operation} */
export const orderScreen = {
  name: 'screen of a sales order, 20 lines with product, account, contact, deal',
  least: 2,
  rows: 'SELECT id FROM sales_order WHERE org = $1 ORDER BY md5(id::text)',
  ours: {
    query: `query Screen($id: ID!) { order: salesOrder(id: $id) { id soNumber subject status dueDate subTotal discount grandTotal billingCity
      account { id accountName phone } contact { id fullName email } deal { id dealName amount }
      lines: lineItems(first: 200) { nodes { id quantity listPrice discount total netTotal product { id productName productCode } } } } }`,
    variables: ({ id }) => ({ id: `salesorder_${id}` }),
  },
  peer: {
    query: `query Screen($org: UUID!, $id: UUID!) { order: salesOrderByOrgAndRowId(org: $org, rowId: $id) { id: rowId soNumber subject status dueDate subTotal discount grandTotal billingCity
      account: accountByOrgAndAccountId { id: rowId accountName phone } contact: contactByOrgAndContactId { id: rowId fullName email }
      deal: dealByOrgAndDealId { id: rowId dealName amount }
      lines: lineItemsByOrgAndSalesOrderId(first: 200, orderBy: [SEQUENCE_NUMBER_ASC, PRIMARY_KEY_ASC], condition: { deletedAt: null }) { nodes { id: rowId quantity listPrice discount total netTotal
        product: productByOrgAndProductId { id: rowId productName productCode } } } } }`,
    variables: ({ id }, { org }) => ({ org, id }),
  },
};

/** Makes products and orders through our own server. */
export async function makeDocuments({ ours, callers, sql }) {
  for (const caller of callers) {
    const create = async (name, many, inputs) => {
      const one = name[0].toLowerCase() + name.slice(1);
      const query = `mutation Make($inputs: [${name}CreateInput!]!) { create${many}(inputs: $inputs) { results { ${one} { id } } } }`;
      const data = await ask(ours, oursBy(caller, query, { inputs }));
      return data[`create${many}`].results.map((result) => result[one].id);
    };
    const products = Array.from({ length: PRODUCTS }, (_, n) => ({
      productName: `Part ${n}`,
      productCode: `P-${n}`,
      unitPrice: `${10 + n}.5`,
    }));
    caller.products = await create('Product', 'Products', products);
    const { rows: deals } = await sql.query(
      `SELECT id, account_id, contact_id FROM deal WHERE org = $1 AND account_id IS NOT NULL AND contact_id IS NOT NULL ORDER BY id LIMIT $2`,
      [caller.org, ORDERS],
    );
    caller.account = `account_${deals[0].account_id}`;
    const orders = deals.map((deal, n) => ({
      subject: `Order ${n}`,
      accountId: `account_${deal.account_id}`,
      contactId: `contact_${deal.contact_id}`,
      dealId: `deal_${deal.id}`,
      dueDate: '2027-01-31',
      discountPercent: '2',
      lineItems: {
        create: Array.from({ length: LINES }, (_, at) => ({
          productId: caller.products[(n + at) % PRODUCTS],
          quantity: `${1 + at}`,
          ...(at % 3 === 0 && { discountPercent: '5' }),
        })),
      },
    }));
    for (let at = 0; at < orders.length; at += 40) await create('SalesOrder', 'SalesOrders', orders.slice(at, at + 40));
  }
  await sql.query('VACUUM (ANALYZE)');
}

/** A quote of 100 lines over HTTP, and what it writes as bare SQL in one transaction with the same triggers, one after the other. */
export async function compareQuotes({ ours, callers: [caller], sql }) {
  const lines = Array.from({ length: QUOTE_LINES }, (_, at) => ({
    productId: caller.products[at % PRODUCTS],
    quantity: '2',
    discountPercent: '10',
  }));
  const query = 'mutation Save($input: QuoteCreateInput!) { createQuote(input: $input) { quote { id grandTotal } } }';
  const request = oursBy(caller, query, { input: { subject: 'A hundred lines', accountId: caller.account, lineItems: { create: lines } } });
  const rowOf = (id) => id.slice(id.lastIndexOf('_') + 1);
  const products = lines.map(({ productId }) => rowOf(productId));
  await sql.query(`SELECT set_config('role', 'crm_app', false)`);
  const [mine, bare, ratios] = [[], [], []];
  for (let index = -5; index < SAVED; index++) {
    const first = performance.now();
    await ask(ours, request);
    const second = performance.now();
    await bareQuote(sql, caller, products, rowOf(caller.account), index);
    const third = performance.now();
    if (index < 0) continue;
    mine.push(second - first);
    bare.push(third - second);
    ratios.push((second - first) / (third - second));
  }
  await sql.query('RESET ROLE');
  return {
    figure: 'saving a quote of 100 lines, × its bare SQL',
    value: median(ratios),
    text: `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}); ${median(mine).toFixed(1)} / ${median(bare).toFixed(1)} ms`,
    most: 2,
  };
}

async function bareQuote(sql, { org, userId }, products, account, index) {
  const [quote, ids] = [randomUUID(), products.map(() => randomUUID())];
  await sql.query('BEGIN');
  await sql.query(`SELECT set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('app.cause', 'bench', true)`, [
    org,
    userId,
  ]);
  const { rows } = await sql.query('SELECT id, unit_price FROM product WHERE org = $1 AND id = ANY($2) AND deleted_at IS NULL', [
    org,
    products,
  ]);
  const prices = new Map(rows.map(({ id, unit_price }) => [id, unit_price]));
  await sql.query('UPDATE document_setting SET next_number = next_number + 1 WHERE org = $1 AND document = $2', [org, 'QUOTE']);
  await sql.query(
    `INSERT INTO quote (org, id, owner_id, subject, account_id, quote_number, quote_stage, currency, exchange_rate, sub_total, sub_total_excl_tax, tax, discount_total, tax_total, grand_total)
     VALUES ($1, $2, $3, 'A hundred lines', $4, $5, 'DRAFT', 'EUR', 1, 1, 1, 0, 0, 0, 1)`,
    [org, quote, userId, account, `bench-${index}-${quote}`],
  );
  await sql.query(
    `INSERT INTO line_item (org, id, quote_id, product_id, quantity, unit_price, list_price, discount, discount_percent, discount_kind, quantity_in_stock, total, total_after_discount, tax, net_total, sequence_number, currency, exchange_rate)
     SELECT $1, l.id, $2, l.product, 2, l.price, l.price, l.price / 5, 10, 'PERCENT', 0, l.price * 2, l.price * 9 / 5, 0, l.price * 9 / 5, l.n, 'EUR', 1
       FROM unnest($3::uuid[], $4::uuid[], $5::numeric[]) WITH ORDINALITY AS l (id, product, price, n)`,
    [org, quote, ids, products, products.map((id) => prices.get(id))],
  );
  await sql.query('COMMIT');
}
