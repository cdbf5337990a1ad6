import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  CastNode,
  ColumnNode,
  DeleteQueryNode,
  FunctionNode,
  IdentifierNode,
  InsertQueryNode,
  JoinNode,
  ListNode,
  OnNode,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  RawNode,
  ReferenceNode,
  SelectionNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type QueryId,
  type WithNode,
} from 'kysely';
import { sharedTables, tableNames } from './tables.generated.js';

/** Which rows the statements of a query builder are about. */
export interface RowScope {
  readonly org: string;
  /** Further conditions on the rows of a table, as SQL. */
  readonly conditions?: (table: string, alias: string) => readonly RowCondition[];
}

/** SQL around one parameter, or without any. */
export interface RowCondition {
  readonly before: string;
  readonly parameter?: { readonly value: unknown; readonly after: string };
}

/**
 * Adds the organization to every reference of an organization's table: in FROM, JOIN, UPDATE, DELETE, subqueries and common
 * table expressions it becomes a condition, in INSERT a column. So no statement can forget it. Tables that belong to no
 * organization are named; a table that is not known is an organization's.
 */
export const rowScopePlugin = (scope: RowScope): KyselyPlugin => ({
  transformQuery: ({ node }: PluginTransformQueryArgs) => transformer.apply(node, scope),
  transformResult: ({ result }) => Promise.resolve(result),
});

type RowQuery = SelectQueryNode | UpdateQueryNode | DeleteQueryNode;
type Query = RowQuery | InsertQueryNode;

interface TableReference {
  readonly name: string;
  readonly alias: string;
}

const isQuery = (node: OperationNode): node is Query =>
  SelectQueryNode.is(node) || UpdateQueryNode.is(node) || DeleteQueryNode.is(node) || InsertQueryNode.is(node);

class RowScopeTransformer extends OperationNodeTransformer {
  private scope: RowScope = { org: '' };
  /** The common table expressions that a name can stand for. */
  private expressions: ReadonlySet<string> = new Set();
  /** Queries that have been transformed already: a query that is part of another one comes here twice. */
  private readonly done = new WeakSet<OperationNode>();

  apply<T extends OperationNode>(node: T, scope: RowScope): T {
    this.scope = scope;
    this.expressions = new Set();
    return this.transformNode(node);
  }

  protected override transformNodeImpl<T extends OperationNode>(node: T, queryId?: QueryId): T {
    if (this.done.has(node)) return node;
    if (isQuery(node)) return this.transformRoot(node, queryId) as OperationNode as T;
    if (node.kind === 'MergeQueryNode') throw new Error('MERGE is not supported: the organization could not be added to it.');
    return super.transformNodeImpl(node, queryId);
  }

  private transformRoot(node: Query, queryId?: QueryId): Query {
    const outer = this.expressions;
    const withNode = node.with && this.transformExpressions(node.with);
    const { with: _, ...rest } = node;
    const transformed = super.transformNodeImpl(rest, queryId);
    const scoped = transformed.kind === 'InsertQueryNode' ? this.withOrg(transformed) : this.withConditions(transformed);
    this.expressions = outer;
    const result = withNode ? { ...scoped, with: withNode } : scoped;
    this.done.add(result);
    return result;
  }

  /** Each expression knows those before it; in itself its name stands for it only where it is recursive. */
  private transformExpressions(node: WithNode): WithNode {
    const expressions = node.expressions.map((one) => {
      const name = one.name.table.table.identifier.name;
      const known = new Set([...this.expressions, name]);
      if (node.recursive) this.expressions = known;
      const transformed = this.transformNode(one);
      this.expressions = known;
      return transformed;
    });
    return { ...node, expressions };
  }

  private withConditions<T extends RowQuery>(node: T): T {
    const conditions = tablesOf(node).flatMap((table) => this.conditionsOn(table));
    const joins = node.joins?.map((join) => {
      const on = tables(join.table).flatMap((table) => this.conditionsOn(table));
      if (join.joinType === 'RightJoin' || join.joinType === 'FullJoin')
        throw new Error('Write the join as a left join: the organization could not be added to it.');
      if (join.joinType !== 'CrossJoin' && join.joinType !== 'LateralCrossJoin') return on.length > 0 ? withOn(join, on) : join;
      conditions.push(...on);
      return join;
    });
    const where =
      conditions.length > 0 ? WhereNode.create(and([...conditions, ...(node.where ? [inParens(node.where.where)] : [])])) : node.where;
    return { ...node, ...(joins && { joins }), ...(where && { where }) };
  }

  private withOrg(node: InsertQueryNode): InsertQueryNode {
    const { into, columns, values } = node;
    if (!into || !this.isScoped(into.table.identifier.name)) return node;
    if (!columns || !values) throw new Error('An INSERT names its columns, so that the organization can be one of them.');
    if (columns.some(({ column }) => column.name === 'org')) throw new Error('The organization of a row is filled in and not given.');
    return { ...node, columns: [ColumnNode.create('org'), ...columns], values: this.withOrgFirst(values) };
  }

  private withOrgFirst(values: OperationNode): OperationNode {
    const { org } = this.scope;
    if (ValuesNode.is(values))
      return ValuesNode.create(
        values.values.map((row) =>
          PrimitiveValueListNode.is(row)
            ? PrimitiveValueListNode.create([org, ...row.values])
            : ValueListNode.create([ValueNode.create(org), ...row.values]),
        ),
      );
    if (!SelectQueryNode.is(values)) throw new Error('An INSERT takes values or a SELECT.');
    const column = SelectionNode.create(
      AliasNode.create(CastNode.create(ValueNode.create(org), RawNode.createWithSql('uuid')), IdentifierNode.create('org')),
    );
    const { setOperations } = values;
    return {
      ...values,
      selections: [column, ...(values.selections ?? [])],
      ...(setOperations && { setOperations: setOperations.map((one) => ({ ...one, expression: this.withOrgFirst(one.expression) })) }),
    } as SelectQueryNode;
  }

  private conditionsOn({ name, alias }: TableReference): OperationNode[] {
    if (!this.isScoped(name)) return [];
    const column = ReferenceNode.create(ColumnNode.create('org'), TableNode.create(alias));
    const more = this.scope.conditions?.(name, alias) ?? [];
    return [BinaryOperationNode.create(column, OperatorNode.create('='), ValueNode.create(this.scope.org)), ...more.map(conditionNode)];
  }

  private isScoped(table: string): boolean {
    return !sharedTables.has(table) && !this.expressions.has(table);
  }

  /** A table that is named in a text of SQL would not be seen here. */
  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    if (node.sqlFragments.some(namesTable))
      throw new Error(`Name tables by the query builder or \`sql.table\`, not in the SQL itself: ${node.sqlFragments.join('…')}`);
    const parameters = node.parameters.map((one) => (TableNode.is(one) ? this.scopedTable(one) : this.transformNode(one, queryId)));
    return { ...node, parameters };
  }

  /** A table inside of SQL becomes the query of its rows, which PostgreSQL merges with the query around it. */
  private scopedTable(table: TableNode): OperationNode {
    const name = table.table.identifier.name;
    const conditions = this.conditionsOn({ name, alias: name });
    if (conditions.length === 0) return table;
    const rows = {
      ...SelectQueryNode.createFrom([table]),
      selections: [SelectionNode.createSelectAll()],
      where: WhereNode.create(and(conditions)),
    };
    return ParensNode.create(rows);
  }

  /** A list is one parameter, so that the text of a statement does not depend on its length; and it may be empty. */
  protected override transformBinaryOperation(node: BinaryOperationNode, queryId?: QueryId): BinaryOperationNode {
    const transformed = super.transformBinaryOperation(node, queryId);
    const { operator, rightOperand } = transformed;
    if (!OperatorNode.is(operator) || (operator.operator !== 'in' && operator.operator !== 'not in')) return transformed;
    const list = listOf(rightOperand);
    if (!list) return transformed;
    const [comparison, quantifier] = operator.operator === 'in' ? (['=', 'any'] as const) : (['!=', 'all'] as const);
    return {
      ...transformed,
      operator: OperatorNode.create(comparison),
      rightOperand: FunctionNode.create(quantifier, [ValueNode.create(list)]),
    };
  }
}

const transformer = new RowScopeTransformer();

const tablesOf = (node: RowQuery): TableReference[] => [
  ...(node.kind === 'UpdateQueryNode' && node.table ? tables(node.table) : []),
  ...(node.from?.froms.flatMap(tables) ?? []),
  ...(node.kind === 'DeleteQueryNode' ? (node.using?.tables.flatMap(tables) ?? []) : []),
];

function tables(node: OperationNode): TableReference[] {
  if (ListNode.is(node)) return node.items.flatMap(tables);
  const [table, alias] = AliasNode.is(node) ? [node.node, node.alias] : [node, null];
  if (!TableNode.is(table)) return [];
  const name = table.table.identifier.name;
  return [{ name, alias: alias && IdentifierNode.is(alias) ? alias.name : name }];
}

const withOn = (join: JoinNode, conditions: readonly OperationNode[]): JoinNode => ({
  ...join,
  on: OnNode.create(and([...conditions, ...(join.on ? [inParens(join.on.on)] : [])])),
});

const and = (conditions: readonly OperationNode[]): OperationNode => conditions.reduce((left, right) => AndNode.create(left, right));

/** What is written as SQL may hold an OR. */
const inParens = (node: OperationNode): OperationNode =>
  BinaryOperationNode.is(node) || ParensNode.is(node) ? node : ParensNode.create(node);

const conditionNode = ({ before, parameter }: RowCondition): OperationNode =>
  parameter ? RawNode.create([before, parameter.after], [ValueNode.create(parameter.value)]) : RawNode.createWithSql(before);

function listOf(node: OperationNode): readonly unknown[] | null {
  if (PrimitiveValueListNode.is(node)) return node.values;
  if (ValueListNode.is(node) && node.values.every(ValueNode.is)) return node.values.map(({ value }) => value);
  return null;
}

const TABLE_IN_SQL = /\b(?:from|join|into|update|using)\s+(?:only\s+)?"?([a-z_][a-z0-9_]*)\b"?(?!\s*\()/gi;
/** Texts of SQL in the code are constants: each is looked at once. */
const looked = new Map<string, boolean>();

function namesTable(text: string): boolean {
  const known = looked.get(text);
  if (known !== undefined) return known;
  const names = [...text.matchAll(TABLE_IN_SQL)].map(([, name]) => name!.toLowerCase());
  const isFound = names.some((name) => tableNames.has(name));
  looked.set(text, isFound);
  return isFound;
}
