import type { WriteContext } from '../core/context.js';
import { fault, ValidationFailed } from '../core/errors.js';
import { rowIdOf, wireId } from '../core/ids.js';
import { label, say, textOf } from '../core/messages.js';
import type { Module } from '../core/registry.js';
import { lockRows, type LockedRow } from '../core/write/lock.js';
import { MAX_NESTED } from '../core/write/nested.js';
import { createRecords } from '../core/write/operations.js';
import { lockNumbers } from '../modules/sales-document/document-number.js';

/** So many products are ordered in one call; each is a line, and rows of a call as well as the orders around them. */
export const MAX_REORDERED = 500;

/** What became of products that were to be ordered again: row ids. */
export interface Reordered {
  /** One for each vendor; more where one would have too many lines. */
  readonly purchaseOrders: readonly string[];
  /** To be ordered, but nobody sells them to us. */
  readonly withoutVendor: readonly string[];
  /** There are enough, or will be; or they are no longer active. */
  readonly notNeeded: readonly string[];
}

/**
 * Makes purchase orders of the quantities that products say they need (workflows.md 3). The products stay locked, and what
 * is ordered counts: of two callers at once the second finds nothing to order.
 *
 * @param ids on the wire
 */
export async function reorderProducts(context: WriteContext, ids: readonly string[]): Promise<Reordered> {
  const { registry } = context.model;
  const [product, vendor] = [registry.module('Product'), registry.module('Vendor')];
  if (ids.length > MAX_REORDERED)
    throw fault('ids', 'TOO_MANY', say('faults.tooManyRows', { path: 'ids', limit: MAX_REORDERED, given: ids.length }), {
      limit: MAX_REORDERED,
      given: ids.length,
    });
  // Documents lock their numbers, then the stock of their products.
  await lockNumbers(context, 'PURCHASE_ORDER');
  const locked = await lockRows(context, product, ids, 'WITHOUT', ['vendor', 'productActive', 'qtyToOrder', 'unitPrice']);
  const products = ids.map((id) => locked.get(rowIdOf(product, id) ?? ''));
  const fields = products.flatMap((found, index) =>
    found
      ? []
      : [
          {
            inputPath: `ids.${index}`,
            code: 'REFERENCE_NOT_FOUND' as const,
            message: say('faults.noSuchReference', { label: label('Product'), module: label('Product') }),
          },
        ],
  );
  if (fields.length > 0) throw ValidationFailed({ fields });

  const seen = (row: LockedRow, name: string): string | null =>
    context.viewer.access.isHidden(product, product.fields.get(name)!) ? null : row.current.get(name)!;
  const [asked, notNeeded] = partition(
    [...new Set(products as LockedRow[])],
    (row) => row.current.get('productActive') === 'true' && Number(seen(row, 'qtyToOrder') ?? 0) > 0,
  );
  const named = asked.flatMap((row) => seen(row, 'vendor') ?? []);
  // A vendor in the bin sells us nothing.
  const vendors =
    named.length > 0
      ? await lockRows(
          context,
          vendor,
          named.map((id) => wireId(vendor, id)),
          'WITHOUT',
          ['vendorName'],
        )
      : new Map<string, LockedRow>();
  const [ordered, withoutVendor] = partition(asked, (row) => vendors.has(seen(row, 'vendor') ?? ''));

  const orders = [...Map.groupBy(ordered, (row) => vendors.get(seen(row, 'vendor')!)!)].flatMap(([from, rows]) =>
    inParts(rows, MAX_NESTED).map((part) => ({
      ...orderFrom(context, vendor, from),
      lineItems: {
        create: part.map((row) => ({
          productId: wireId(product, row.rowId),
          quantity: row.current.get('qtyToOrder')!,
          // Without a price of its own it is ordered all the same; the price is filled in when the vendor says it.
          ...(seen(row, 'unitPrice') === null && { listPrice: '0' }),
        })),
      },
    })),
  );
  const made =
    orders.length > 0 ? await createRecords(context, registry.module('PurchaseOrder'), orders, { path: 'ids', many: true }, 'ABORT') : [];
  return { purchaseOrders: made.map(({ id }) => id!), withoutVendor: rowIds(withoutVendor), notNeeded: rowIds(notNeeded) };
}

function orderFrom({ viewer }: WriteContext, module: Module, { rowId, current }: LockedRow): Readonly<Record<string, unknown>> {
  const isHidden = viewer.access.isHidden(module, module.fields.get('vendorName')!);
  const name = isHidden ? '' : current.get('vendorName')!;
  return {
    // By code points: half of a pair is no character.
    subject: Array.from(textOf(say('texts.documents.reorder', { vendor: name }), viewer.language))
      .slice(0, 120)
      .join(''),
    vendorId: wireId(module, rowId),
  };
}

const rowIds = (rows: readonly LockedRow[]): string[] => rows.map(({ rowId }) => rowId);

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const [first, second]: [T[], T[]] = [[], []];
  for (const item of items) (isFirst(item) ? first : second).push(item);
  return [first, second];
}

const inParts = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
