import type { RecordSql } from '../../core/registry.js';

/**
 * What documents do to the stock (workflows.md 3), in the database, so that every way to write one moves it. What a line
 * means for the three counters follows from the kind of its document and how far that has come; a movement is the
 * difference that a change makes to it. So a document that is deleted, restored, cancelled or taken up again undoes or
 * does again what it had done.
 */
const OPEN = `CASE WHEN category IN ('DELIVERED', 'CANCELLED') THEN 0 ELSE quantity END`;

/** The documents that move stock, by their tables: the list that their status is of, and what their number is called. */
const documents = {
  sales_order: { statuses: 'SalesOrderStatus', number: 'so_number' },
  purchase_order: { statuses: 'PurchaseOrderStatus', number: 'po_number' },
  invoice: { statuses: 'InvoiceStatus', number: 'invoice_number' },
} as const;
type Table = keyof typeof documents;
const tables = Object.keys(documents) as Table[];

const meaning = {
  stock_meaning: `CREATE OR REPLACE FUNCTION stock_meaning(kind text, category text, quantity numeric, OUT in_stock numeric, OUT ordered numeric, OUT in_demand numeric) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT
    CASE kind WHEN 'purchase_order' THEN CASE WHEN category = 'DELIVERED' THEN quantity ELSE 0 END WHEN 'invoice' THEN CASE WHEN category = 'CANCELLED' THEN 0 ELSE -quantity END ELSE 0 END,
    CASE kind WHEN 'purchase_order' THEN ${OPEN} ELSE 0 END,
    CASE kind WHEN 'sales_order' THEN ${OPEN} ELSE 0 END
$$`,
  // Whoever gives a status another category waits for those who count with this one, and they for them.
  stock_category: `CREATE OR REPLACE FUNCTION stock_category(organization uuid, kind text, status text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  found text;
BEGIN
  SELECT v.category INTO found FROM picklist_value v WHERE v.org = organization AND v.key = status
    AND v.picklist = CASE kind ${tables.map((table) => `WHEN '${table}' THEN '${documents[table].statuses}'`).join(' ')} END FOR SHARE;
  RETURN found;
END
$$`,
};

const MOVE = 'INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)';
const MOVED = 'd.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0';
const ROW = 'd.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand';

/** The documents of lines that move stock. */
const DOCUMENTS = tables.map((table) => `SELECT '${table}' AS kind, d.org, d.id, d.status, d.${documents[table].number} AS number FROM ${table} d WHERE d.org = l.org AND d.id = l.${table}_id`).join(' UNION ALL ');

/** Movements that some lines make, each with its sign. */
const moveLines = (lines: string): string => `
  ${MOVE}
    SELECT ${ROW} FROM (
      SELECT l.org, l.product_id, l.id, o.kind, o.number, sum(l.sign * m.in_stock) AS in_stock, sum(l.sign * m.ordered) AS ordered, sum(l.sign * m.in_demand) AS in_demand
        FROM (${lines}) l
          CROSS JOIN LATERAL (${DOCUMENTS}) o
          CROSS JOIN LATERAL stock_meaning(o.kind, stock_category(l.org, o.kind, o.status), l.quantity) m
       GROUP BY l.org, l.product_id, l.id, o.kind, o.number
    ) d WHERE ${MOVED};`;

/** Movements of lines whose document has another category, or will have. */
const moveDocuments = (table: Table, from: string, where: string, categories: { readonly old: string; readonly new: string }): string => `
  ${MOVE}
    SELECT ${ROW} FROM (
      SELECT l.org, l.product_id, l.id, '${table}' AS kind, ${from}.${documents[table].number} AS number, n.in_stock - o.in_stock AS in_stock, n.ordered - o.ordered AS ordered, n.in_demand - o.in_demand AS in_demand
        FROM line_item l ${where}
          CROSS JOIN LATERAL stock_meaning('${table}', ${categories.new}, l.quantity) n
          CROSS JOIN LATERAL stock_meaning('${table}', ${categories.old}, l.quantity) o
       WHERE l.org = new.org AND l.${table}_id = ${from}.id AND l.deleted_at IS NULL
    ) d WHERE ${MOVED};`;

const linesOf = (rows: string, sign: number): string => `SELECT r.org, r.id, r.product_id, r.quantity, r.sales_order_id, r.purchase_order_id, r.invoice_id, ${sign} AS sign FROM ${rows} r WHERE r.deleted_at IS NULL AND r.quote_id IS NULL`;

/** Lines that are written, changed, or go to the bin. */
export const stockOfLines: RecordSql = {
  functions: {
    ...meaning,
    line_item_stock_insert: `CREATE OR REPLACE FUNCTION line_item_stock_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN${moveLines(linesOf('became', 1))}
  RETURN NULL;
END
$$`,
    line_item_stock_update: `CREATE OR REPLACE FUNCTION line_item_stock_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN${moveLines(`${linesOf('became', 1)} UNION ALL ${linesOf('was', -1)}`)}
  RETURN NULL;
END
$$`,
  },
  triggers: {
    line_item_stock_insert: 'AFTER INSERT ON line_item REFERENCING NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION line_item_stock_insert()',
    line_item_stock_update: 'AFTER UPDATE ON line_item REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION line_item_stock_update()',
  },
};

/** A document that comes further, or falls back: its lines mean something else. */
export const stockOfDocument = (table: Table): RecordSql => ({
  functions: {
    [`${table}_stock`]: `CREATE OR REPLACE FUNCTION ${table}_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text := stock_category(new.org, '${table}', old.status);
  became text := stock_category(new.org, '${table}', new.status);
BEGIN${moveDocuments(table, 'new', '', { old: 'was', new: 'became' })}
  RETURN NULL;
END
$$`,
    // A status that is taken for something else: so are all documents that have it.
    [`${table}_status_stock`]: `CREATE OR REPLACE FUNCTION ${table}_status_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN${moveDocuments(table, 'c', `JOIN ${table} c ON c.org = new.org AND c.status = new.key`, { old: 'old.category', new: 'new.category' })}
  RETURN NULL;
END
$$`,
  },
  triggers: {
    [`${table}_stock`]: `AFTER UPDATE ON ${table} FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status) EXECUTE FUNCTION ${table}_stock()`,
    [`${table}_status_stock`]: `AFTER UPDATE ON picklist_value FOR EACH ROW WHEN (new.picklist = '${documents[table].statuses}' AND old.category IS DISTINCT FROM new.category) EXECUTE FUNCTION ${table}_status_stock()`,
  },
});

/** An adjustment is a movement as well. */
export const stockOfAdjustments: RecordSql = {
  functions: {
    stock_adjustment_stock: `CREATE OR REPLACE FUNCTION stock_adjustment_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movement (org, id, product_id, adjustment_id, in_stock, ordered, in_demand)
    SELECT a.org, crm_uuid7(), a.product_id, a.id, a.quantity, 0, 0 FROM adjusted a;
  RETURN NULL;
END
$$`,
  },
  triggers: {
    stock_adjustment_stock: 'AFTER INSERT ON stock_adjustment REFERENCING NEW TABLE AS adjusted FOR EACH STATEMENT EXECUTE FUNCTION stock_adjustment_stock()',
  },
};

/** The counters of a product are the sums of its movements. Products are locked in the order of their ids: two documents never wait for each other. */
export const stockOfMovements: RecordSql = {
  functions: {
    stock_movement_count: `CREATE OR REPLACE FUNCTION stock_movement_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM product p WHERE (p.org, p.id) IN (SELECT m.org, m.product_id FROM moved m) ORDER BY p.id FOR NO KEY UPDATE;
  UPDATE product p SET qty_in_stock = trim_scale(p.qty_in_stock + m.in_stock), qty_ordered = trim_scale(p.qty_ordered + m.ordered), qty_in_demand = trim_scale(p.qty_in_demand + m.in_demand)
    FROM (SELECT m.org, m.product_id, sum(m.in_stock) AS in_stock, sum(m.ordered) AS ordered, sum(m.in_demand) AS in_demand FROM moved m GROUP BY m.org, m.product_id) m
   WHERE p.org = m.org AND p.id = m.product_id;
  RETURN NULL;
END
$$`,
  },
  triggers: {
    stock_movement_count: 'AFTER INSERT ON stock_movement REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION stock_movement_count()',
  },
};
