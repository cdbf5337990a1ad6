import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { create, createMany, update } from '../support/records.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

/** Real orders, purchases, invoices and a campaign: what is added up in the CRM equals what the files say. */
const data = new URL('../../../shared/data/', import.meta.url);
const isThere = existsSync(new URL('northwind/', data));
if (!isThere) console.warn(`${fileURLToPath(data)} is not there: the tests on real orders are left out.`);

type Row = Readonly<Record<string, string>>;
const rowsOf = (file: string, delimiter = ','): readonly Row[] =>
  isThere ? parse<Row>(readFileSync(new URL(file, data)), { columns: true, delimiter, bom: true }) : [];

const cents = (value: Decimal): Decimal => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
/** Sums by a key, as text. */
function sums(amounts: Iterable<readonly [key: string, amount: Decimal]>): Record<string, string> {
  const all = new Map<string, Decimal>();
  for (const [key, amount] of amounts) all.set(key, (all.get(key) ?? new Decimal(0)).plus(amount));
  return Object.fromEntries([...all].map(([key, amount]) => [key, amount.toFixed(2)]).sort(([a], [b]) => (a! < b! ? -1 : 1)));
}

/** Sums of a field of a list, by what it is grouped by. */
async function groupsOf(
  person: Person,
  list: string,
  by: string,
  key: string,
  field: string,
  filter = '',
): Promise<Record<string, string>> {
  const given = filter && `(filter: ${filter})`;
  const answer = await person.ask(`{ ${list}${given} { groups(by: [${by}]) { key { ${key} } aggregate { sum { ${field} } } } } }`);
  const named = (value: any): string => (typeof value === 'object' && value ? named(Object.values(value)[0]) : String(value));
  return sums(answer[list].groups.map((group: any) => [named(group.key), new Decimal(group.aggregate.sum[field] ?? 0)]));
}

/** Makes many records, so many in a call, and gives their ids. */
async function makeAll(person: Person, module: string, inputs: readonly object[], size = 200): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < inputs.length; at += size)
    ids.push(...(await createMany(person, module, inputs.slice(at, at + size), 'id')).map(({ id }) => id as string));
  return ids;
}
const idsBy = (rows: readonly Row[], key: string, ids: readonly string[]) => new Map(rows.map((row, at) => [row[key]!, ids[at]!]));

(isThere ? describe : describe.skip)('real input', () => {
  let crm: Workspace;
  beforeAll(async () => {
    crm = await workspace();
  });
  afterAll(() => crm.close());

  test('Northwind: 830 orders with 2,155 lines, as sales orders and as invoices', async () => {
    const employees = rowsOf('northwind/employees.csv');
    const company: Company = await crm.company(
      'northwind',
      employees.map(({ EmployeeID, FirstName, LastName }) => ({
        firstName: FirstName!,
        lastName: LastName!,
        email: `e${EmployeeID}@northwind.example`,
      })),
    );
    const { chief } = company;
    const ownerOf = (employee: string): string => `user_${company.people[`e${employee}`]!.userId}`;

    const [customers, suppliers, products] = ['customers', 'suppliers', 'products'].map((file) => rowsOf(`northwind/${file}.csv`)) as [
      readonly Row[],
      readonly Row[],
      readonly Row[],
    ];
    const accountIds = await makeAll(
      chief,
      'Account',
      customers.map((row) => ({
        accountName: row['CompanyName'],
        phone: row['Phone'],
        billingStreet: row['Address'],
        billingCity: row['City'],
        billingState: row['Region'],
        billingCode: row['PostalCode'],
        billingCountry: row['Country'],
        externalIds: { northwind: row['CustomerID'] },
      })),
    );
    const accounts = idsBy(customers, 'CustomerID', accountIds);
    const vendors = idsBy(
      suppliers,
      'SupplierID',
      await makeAll(
        chief,
        'Vendor',
        suppliers.map((row) => ({ vendorName: row['CompanyName'], city: row['City'], country: row['Country'] })),
      ),
    );
    const productIds = idsBy(
      products,
      'ProductID',
      await makeAll(
        chief,
        'Product',
        products.map((row) => ({
          productName: row['ProductName'],
          unitPrice: row['UnitPrice'],
          vendorId: vendors.get(row['SupplierID']!),
          ...(Number(row['ReorderLevel']) > 0 && { reorderLevel: row['ReorderLevel'] }),
        })),
      ),
    );
    await makeAll(
      chief,
      'StockAdjustment',
      products
        .filter((row) => row['UnitsInStock'] !== '0')
        .map((row) => ({ productId: productIds.get(row['ProductID']!), quantity: row['UnitsInStock'], reason: 'As in the file' })),
    );

    const orders = rowsOf('northwind/orders.csv');
    const details = rowsOf('northwind/order_details.csv');
    expect([orders.length, details.length]).toEqual([830, 2155]);
    const orderOf = new Map(orders.map((row) => [row['OrderID']!, row]));
    const detailsOf = Map.groupBy(details, (row) => row['OrderID']!);
    const document = (row: Row, subject: string) => ({
      subject: `${subject} ${row['OrderID']}`,
      accountId: accounts.get(row['CustomerID']!),
      ownerId: ownerOf(row['EmployeeID']!),
      shippingCountry: row['ShipCountry'],
      adjustment: row['Freight'],
      lineItems: {
        create: detailsOf.get(row['OrderID']!)!.map((line) => ({
          productId: productIds.get(line['ProductID']!),
          quantity: line['Quantity'],
          listPrice: line['UnitPrice'],
          ...(line['Discount'] !== '0' && { discountPercent: new Decimal(line['Discount']!).times(100).toFixed() }),
        })),
      },
    });
    const orderIds = await makeAll(
      chief,
      'SalesOrder',
      orders.map((row) => ({
        ...document(row, 'Order'),
        dueDate: row['RequiredDate'],
        status: row['ShippedDate'] ? 'DELIVERED' : 'APPROVED',
      })),
    );
    await makeAll(
      chief,
      'Invoice',
      orders.map((row, at) => ({ ...document(row, 'Invoice'), invoiceDate: row['OrderDate'], salesOrderId: orderIds[at] })),
    );

    const net = (line: Row): Decimal =>
      cents(new Decimal(line['UnitPrice']!).times(line['Quantity']!).times(new Decimal(1).minus(line['Discount']!)));
    const by = (key: (order: Row, line: Row) => string) =>
      sums(details.map((line) => [key(orderOf.get(line['OrderID']!)!, line), net(line)]));
    const years = by((order) => order['OrderDate']!.slice(0, 4));
    expect(years['1997']).toBe('617085.35');
    expect(await groupsOf(chief, 'invoices', '{ field: INVOICE_DATE, bucket: YEAR }', 'invoiceDatePeriod { name }', 'subTotal')).toEqual(
      years,
    );
    for (const list of ['invoices', 'salesOrders']) {
      expect(await groupsOf(chief, list, '{ field: SHIPPING_COUNTRY }', 'shippingCountry', 'subTotal')).toEqual(
        by((order) => order['ShipCountry']!),
      );
      const names = new Map(employees.map((row) => [row['EmployeeID']!, `${row['FirstName']} ${row['LastName']}`]));
      expect(await groupsOf(chief, list, '{ field: OWNER }', 'owner { fullName }', 'subTotal')).toEqual(
        by((order) => names.get(order['EmployeeID']!)!),
      );
      // Freight is added at the end.
      const freight = sums(orders.map((row) => ['', new Decimal(row['Freight']!)]))['']!;
      const { aggregate } = (await chief.ask(`{ ${list} { aggregate { sum { subTotal grandTotal } } } }`))[list];
      expect(new Decimal(aggregate.sum.grandTotal).minus(aggregate.sum.subTotal).toFixed(2)).toBe(freight);
    }
    const productNames = new Map(products.map((row) => [row['ProductID']!, row['ProductName']!]));
    const filter = '{ invoice: { invoiceDate: { gte: "1997-01-01", lte: "1997-12-31" } } }';
    expect(await groupsOf(chief, 'lineItems', '{ field: PRODUCT }', 'product { productName }', 'netTotal', filter)).toEqual(
      sums(
        details.flatMap((line) =>
          orderOf.get(line['OrderID']!)!['OrderDate']!.startsWith('1997')
            ? [[productNames.get(line['ProductID']!)!, net(line)] as const]
            : [],
        ),
      ),
    );

    // Every invoice has taken its goods from the stock; orders that are not shipped are in demand.
    const { products: counted } = await chief.ask('{ products(first: 500) { nodes { productName qtyInStock qtyInDemand } } }');
    const moved = (isIn: (order: Row) => boolean) =>
      sums([
        ...products.map((row) => [row['ProductName']!, new Decimal(0)] as const),
        ...details
          .filter((line) => isIn(orderOf.get(line['OrderID']!)!))
          .map((line) => [productNames.get(line['ProductID']!)!, new Decimal(line['Quantity']!)] as const),
      ]);
    const [sold, open] = [moved(() => true), moved((order) => !order['ShippedDate'])];
    for (const node of counted.nodes) {
      const { UnitsInStock } = products.find((row) => row['ProductName'] === node.productName)!;
      expect([node.productName, Number(node.qtyInStock), Number(node.qtyInDemand)]).toEqual([
        node.productName,
        Number(UnitsInStock) - Number(sold[node.productName]),
        Number(open[node.productName]),
      ]);
    }
  });

  test('AdventureWorks: 4,012 purchase orders with 8,845 lines at 104 vendors', async () => {
    const { chief } = await crm.company('adventureworks');
    const vendors = rowsOf('adventureworks/Vendor.csv');
    const vendorIds = idsBy(
      vendors,
      'BusinessEntityID',
      await makeAll(
        chief,
        'Vendor',
        vendors.map((row) => ({ vendorName: row['Name'] })),
      ),
    );
    const details = rowsOf('adventureworks/PurchaseOrderDetail.csv');
    const headers = rowsOf('adventureworks/PurchaseOrderHeader.csv');
    expect([vendors.length, headers.length, details.length]).toEqual([104, 4012, 8845]);
    const bought = new Set(details.map((row) => row['ProductID']!));
    const products = rowsOf('adventureworks/Product.csv').filter((row) => bought.has(row['ProductID']!));
    const productIds = idsBy(
      products,
      'ProductID',
      await makeAll(
        chief,
        'Product',
        products.map((row) => ({ productName: row['Name'], productCode: row['ProductNumber'] })),
      ),
    );
    const detailsOf = Map.groupBy(details, (row) => row['PurchaseOrderID']!);
    const status: Readonly<Record<string, string>> = { 1: 'CREATED', 2: 'APPROVED', 3: 'CANCELLED', 4: 'DELIVERED' };
    await makeAll(
      chief,
      'PurchaseOrder',
      headers.map((row) => ({
        subject: `PO ${row['PurchaseOrderID']}`,
        vendorId: vendorIds.get(row['VendorID']!),
        poDate: row['OrderDate']!.slice(0, 10),
        status: status[row['Status']!],
        lineItems: {
          create: detailsOf.get(row['PurchaseOrderID']!)!.map((line) => ({
            productId: productIds.get(line['ProductID']!),
            quantity: line['OrderQty'],
            listPrice: new Decimal(line['UnitPrice']!).toFixed(),
          })),
        },
      })),
    );
    // Prices have four decimals there, and keep them.
    const total = (line: Row): Decimal => cents(new Decimal(line['UnitPrice']!).times(line['OrderQty']!));
    const headerOf = new Map(headers.map((row) => [row['PurchaseOrderID']!, row]));
    const by = (key: (header: Row) => string) => sums(details.map((line) => [key(headerOf.get(line['PurchaseOrderID']!)!), total(line)]));
    const names = new Map(vendors.map((row) => [row['BusinessEntityID']!, row['Name']!]));
    expect(await groupsOf(chief, 'purchaseOrders', '{ field: VENDOR }', 'vendor { vendorName }', 'grandTotal')).toEqual(
      by((row) => names.get(row['VendorID']!)!),
    );
    expect(await groupsOf(chief, 'purchaseOrders', '{ field: PO_DATE, bucket: QUARTER }', 'poDatePeriod { name }', 'grandTotal')).toEqual(
      by(({ OrderDate }) => `${OrderDate!.slice(0, 4)}-Q${Math.ceil(Number(OrderDate!.slice(5, 7)) / 3)}`),
    );
    const { products: stock } = await chief.ask('{ products { aggregate { sum { qtyInStock qtyOrdered } } } }');
    const quantity = (...of: string[]): number =>
      details.reduce(
        (all, line) => all + (of.includes(headerOf.get(line['PurchaseOrderID']!)!['Status']!) ? Number(line['OrderQty']) : 0),
        0,
      );
    expect([stock.aggregate.sum.qtyInStock, stock.aggregate.sum.qtyOrdered].map(Number)).toEqual([quantity('4'), quantity('1', '2')]);
  });

  test('Chinook: 412 invoices, each with the total that it was printed with', async () => {
    const { chief } = await crm.company('chinook');
    const file = JSON.parse(readFileSync(new URL('chinook/ChinookData.json', data), 'utf8')) as Record<
      string,
      Readonly<Record<string, string | number>>[]
    >;
    const [customers, invoices, items] = [file['Customer']!, file['Invoice']!, file['InvoiceLine']!];
    expect([invoices.length, items.length]).toEqual([412, 2240]);
    const accountIds = await makeAll(
      chief,
      'Account',
      customers.map((one) => ({ accountName: one['Company'] || `${one['FirstName']} ${one['LastName']}` })),
    );
    const accounts = new Map(customers.map((one, at) => [one['CustomerId'], accountIds[at]]));
    const sold = new Set(items.map((one) => one['TrackId']));
    const tracks = file['Track']!.filter((one) => sold.has(one['TrackId']));
    const trackIds = await makeAll(
      chief,
      'Product',
      tracks.map((one) => ({ productName: one['Name'], unitPrice: String(one['UnitPrice']) })),
      1000,
    );
    const products = new Map(tracks.map((one, at) => [one['TrackId'], trackIds[at]]));
    const itemsOf = Map.groupBy(items, (one) => one['InvoiceId']!);
    const made = invoices.map((one) => ({
      subject: `Invoice ${one['InvoiceId']}`,
      accountId: accounts.get(one['CustomerId']),
      invoiceDate: String(one['InvoiceDate']).slice(0, 10),
      lineItems: {
        create: itemsOf.get(one['InvoiceId']!)!.map((item) => ({ productId: products.get(item['TrackId']), quantity: item['Quantity'] })),
      },
    }));
    const totals: string[] = [];
    for (let at = 0; at < made.length; at += 100)
      totals.push(
        ...(await createMany(chief, 'Invoice', made.slice(at, at + 100), 'grandTotal')).map((one) => one['grandTotal'] as string),
      );
    expect(totals).toEqual(invoices.map((one) => new Decimal(one['Total']!).toFixed(2)));
  });

  test('bank marketing: a campaign with 4,521 contacts and their answers', async () => {
    const { chief } = await crm.company('bank');
    const clients = rowsOf('bank-marketing/bank.csv', ';');
    expect(clients).toHaveLength(4521);
    const contactIds = await makeAll(
      chief,
      'Contact',
      clients.map((row, at) => ({ lastName: `Client ${at + 1}`, title: row['job'] })),
      1000,
    );
    const { id: campaignId } = await create(chief, 'Campaign', {
      campaignName: 'Term deposit',
      actualCost: '10000',
      numSent: clients.length,
    });
    await makeAll(
      chief,
      'CampaignMember',
      contactIds.map((personId, at) => ({ campaignId, personId, memberStatus: clients[at]!['y'] === 'yes' ? 'RESPONDED' : 'SENT' })),
      1000,
    );
    const answered = clients.filter((row) => row['y'] === 'yes').length;
    const { figures } = await update(
      chief,
      'Campaign',
      campaignId as string,
      { status: 'COMPLETE' },
      'figures { totalMembers respondedMembers contacts responseRate costPerResponse }',
    );
    expect(figures).toMatchObject({ totalMembers: 4521, respondedMembers: answered, contacts: 4521 });
    expect(Number(figures.responseRate)).toBeCloseTo((100 * answered) / 4521, 2);
    expect(new Decimal(figures.costPerResponse).toFixed(2)).toBe(new Decimal(10000).dividedBy(answered).toFixed(2));
    const { campaignMembers } = await chief.ask(
      'query ($id: ID!) { campaignMembers(filter: { campaignId: { eq: $id } }) { groups(by: [{ field: MEMBER_STATUS }]) { key { memberStatus } aggregate { count } } } }',
      { id: campaignId },
    );
    expect(Object.fromEntries(campaignMembers.groups.map((group: any) => [group.key.memberStatus, group.aggregate.count]))).toEqual({
      RESPONDED: answered,
      SENT: 4521 - answered,
    });
  });
});
