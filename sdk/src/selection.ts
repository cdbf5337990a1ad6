import { links } from './records/links.js';

/** A selection as it is at run time: the types have made sure of the rest. */
export interface Selection {
  /** Text is a selection that is written out already. */
  readonly [name: string]: boolean | string | Selection | undefined;
}

/** The variables of a document, collected while it is printed. */
export interface Variables {
  /** `$first:Int $filter:DealFilter`. */
  declared: string;
  readonly values: Record<string, unknown>;
}

/** Adds the value of an argument and returns the variable. It has the argument's name, by which the server names faults. */
function addVariable(variables: Variables, arg: string, type: string, value: unknown): string {
  const { values } = variables;
  const name = arg in values ? `${arg}${Object.keys(values).length}` : arg;
  values[name] = value;
  variables.declared += `$${name}:${type} `;
  return `$${name}`;
}

/** The types of arguments, by their names; `%` is the type they lead to. The others are flags. */
const conventions: Readonly<Record<string, string>> = {
  after: 'Cursor',
  before: 'Cursor',
  by: '[%By!]!',
  deleted: 'DeletedRecords!',
  expectedVersion: 'Int',
  filter: '%Filter',
  first: 'Int',
  having: '%Having',
  id: 'ID!',
  last: 'Int',
  onError: 'OnError!',
  orderBy: '[%Order!]',
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
    given += `${arg}:${addVariable(variables, arg, own?.[arg] ?? (conventions[arg] ?? 'Boolean!').replace('%', target), value)} `;
  }
  const inner = typeof select === 'string' ? select : printSelection(select, target, variables);
  return name + (given && `(${given})`) + (inner && `{${inner}}`);
}

function printSelection(selection: Selection, type: string, variables: Variables): string {
  let text = '';
  for (const name of Object.keys(selection)) {
    const select = selection[name];
    if (!select || name === 'args') continue;
    if (select === true) text += ` ${name}`;
    // Branches are told apart by `__typename`.
    else if (name === 'on') text += ` __typename${printSelection(select as Selection, name, variables)}`;
    else {
      const isBranch = type === 'on';
      // The groups of a list take arguments that are called after them: `DealGroupOrder`.
      const link = isBranch
        ? name
        : name === 'groups'
          ? `${type}Group`
          : (links[`${type}.${name}`] ?? links[name] ?? targetOf(name) ?? type);
      const [target = '', ...own] = link.split(' ');
      const args = (select as { readonly args?: object }).args;
      text += ` ${printField({ name: isBranch ? `...on ${name}` : name, target, args, own: args && typesOf(own), select }, variables)}`;
    }
  }
  return text;
}

/** What a list is a list of, by its name: `lineItems` and `ownedLineItems` of `LineItem`. The table of links says what is called otherwise. */
export function targetOf(name: string): string | undefined {
  const one = /^(?!nodes|edges)(?:owned|child|member|sourced)?(.+)s$/.exec(name)?.[1];
  return one && capital(one);
}

export const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** `['kind:AttachmentKind']` as a table. */
export const typesOf = (signature: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(signature.map((one) => one.split(':') as [string, string]));
