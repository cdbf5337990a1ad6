import { getNamedType, isInterfaceType, isObjectType, type GraphQLArgument, type GraphQLSchema } from 'graphql';
import { targetOf } from '../src/selection.js';
import { fieldsOf, objectOf, type Field, type ObjectType } from './model.js';

/** The types of arguments by their names, as sdk/src/selection.ts has them. */
const conventions: Readonly<Record<string, string>> = {
  after: 'Cursor',
  before: 'Cursor',
  by: '[%By!]!',
  deleted: 'DeletedRecords!',
  emptyBuckets: 'Boolean!',
  filter: '%Filter',
  first: 'Int',
  having: '%Having',
  id: 'ID!',
  last: 'Int',
  orderBy: '[%Order!]',
};

/**
 * Where the fields that take arguments lead to, by their names: `contacts: 'Contact'`. The types of their arguments are
 * called after that; those that are not stand behind it, `'Attachment kind:AttachmentKind'`. A name that leads to different
 * places is said with its type, `Role.members`, and then the links to such types are there as well.
 */
export function linksOf(schema: GraphQLSchema): Readonly<Record<string, string>> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is ObjectType =>
      (isObjectType(type) || isInterfaceType(type)) &&
      !type.name.startsWith('__') &&
      type !== schema.getQueryType() &&
      type !== schema.getMutationType(),
  );
  const links = types.flatMap((type) => fieldsOf(type).flatMap((field) => linkOf(type, field)));
  const ambiguous = new Set(
    links
      .filter(({ isAsked, name, to }) => isAsked && links.some((other) => other.isAsked && other.name === name && other.to !== to))
      .map(({ name }) => name),
  );
  const homes = new Set(links.filter(({ isAsked, name }) => isAsked && ambiguous.has(name)).map(({ from }) => from));
  const entries = links
    .filter(({ isAsked, to }) => isAsked || homes.has(to))
    .map(({ from, name, to }) => {
      const isClear = links.every((other) => other.name !== name || other.to === to);
      return [isClear ? name : `${from}.${name}`, to] as const;
    });
  return Object.fromEntries(entries.filter(([name, to]) => targetOf(name) !== to).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Link {
  readonly from: string;
  readonly name: string;
  readonly to: string;
  /** Whether it takes arguments. */
  readonly isAsked: boolean;
}

function linkOf(type: ObjectType, { name, args, ...field }: Field): Link[] {
  const object = objectOf(field.type);
  const target = getNamedType(field.type).name.replace(/Connection$/, '');
  if (args.length === 0) return object ? [{ from: type.name, name, to: target, isAsked: false }] : [];
  // The groups of a list are called after it.
  if (name === 'groups') {
    if (unconventional(args, target).length > 0)
      throw new Error(`sdk/codegen/links.ts: the arguments of ${type.name}.groups are not called after ${target}.`);
    return [];
  }
  return [{ from: type.name, name, to: [target, ...unconventional(args, target)].join(' '), isAsked: true }];
}

const unconventional = (args: readonly GraphQLArgument[], target: string): string[] =>
  args.flatMap(({ name, type }) => (conventions[name]?.replace('%', target) === String(type) ? [] : [`${name}:${String(type)}`]));
