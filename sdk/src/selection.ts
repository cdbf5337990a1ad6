import { links } from './records/links.js';

/** A selection as it is at run time: the types have made sure of the rest. */
export interface Selection {
  /** Text is a selection that is written out already. */
  readonly [name: string]: boolean | string | Selection | undefined;
}

/** The variables of a document in the making. */
export interface Variables {
  /** Notes the value of an argument and gives the `$name` that stands for it: the argument's own, by which the server names faults. */
  add(arg: string, type: string, value: unknown): string;
  /** `($first:Int,…)`, or nothing. */
  declarations(): string;
  readonly values: Readonly<Record<string, unknown>>;
}

export function createVariables(): Variables {
  const values: Record<string, unknown> = {};
  const declared: string[] = [];
  return {
    add(arg, type, value) {
      const name = arg in values ? `${arg}${declared.length}` : arg;
      values[name] = value;
      declared.push(`$${name}:${type}`);
      return `$${name}`;
    },
    declarations: () => (declared.length > 0 ? `(${declared.join()})` : ''),
    values,
  };
}

/** The types of arguments, by their names; `%` is the type they lead to. */
const conventions: Readonly<Record<string, string>> = {
  after: 'Cursor',
  before: 'Cursor',
  by: '[%By!]!',
  deleted: 'DeletedRecords!',
  dryRun: 'Boolean!',
  emptyBuckets: 'Boolean!',
  expectedVersion: 'Int',
  filter: '%Filter',
  first: 'Int',
  having: '%Having',
  id: 'ID!',
  last: 'Int',
  onError: 'OnError!',
  orderBy: '[%Order!]',
  restrictIfChildren: 'Boolean!',
  withParents: 'Boolean!',
};

/** A field, and what it is asked with. */
export interface Field {
  readonly name: string;
  /** The type that its arguments are called after: `DealFilter`. */
  readonly target: string;
  readonly args?: object | undefined;
  /** Types of arguments that are not called so: `{ input: 'DealCreateInput!' }`. */
  readonly own?: Readonly<Record<string, string>> | undefined;
  readonly select: Selection | string;
}

/** The text of a field: `contacts(first:$first){nodes{id}}`. Written in loops, since every call goes through it. */
export function printField({ name, target, args, own, select }: Field, variables: Variables): string {
  let given = '';
  for (const [arg, value] of Object.entries(args ?? {})) {
    if (value === undefined) continue;
    given += `${given && ','}${arg}:${variables.add(arg, own?.[arg] ?? String(conventions[arg]?.replace('%', target)), value)}`;
  }
  const inner = typeof select === 'string' ? select : printSelection(select, target, variables);
  return name + (given && `(${given})`) + (inner && `{${inner}}`);
}

function printSelection(selection: Selection, type: string, variables: Variables): string {
  let text = '';
  for (const name of Object.keys(selection)) {
    const select = selection[name];
    if (!select || name === 'args') continue;
    text += text && ' ';
    if (select === true) {
      text += name;
      continue;
    }
    // The groups of a list take arguments that are called after them: `DealGroupOrder`.
    const link = name === 'groups' ? `${type}Group` : (links[`${type}.${name}`] ?? links[name] ?? targetOf(name) ?? type);
    const [target = '', ...own] = link.split(' ');
    const args = (select as { readonly args?: object }).args;
    text += printField({ name, target, args, own: args && typesOf(own), select }, variables);
  }
  return text;
}

/** What a list is a list of, by its name: `lineItems` and `ownedLineItems` of `LineItem`. The table of links says what is called otherwise. */
export function targetOf(name: string): string | undefined {
  const one = /^(?!nodes|edges)(?:owned)?(.+)s$/.exec(name)?.[1];
  return one && one[0]!.toUpperCase() + one.slice(1);
}

/** `['kind:AttachmentKind']` as a table. */
export const typesOf = (signature: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(signature.map((one) => one.split(':') as [string, string]));
