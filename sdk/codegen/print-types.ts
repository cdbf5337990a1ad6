import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { isInner, partOf, type ListModel } from './lists.js';
import { basesOf, fieldsOf, isRecord, objectOf, plainFields, soleRecords, type Field, type Model, type ObjectType } from './model.js';
import { referenceOf, type Reference } from './references.js';
import { picklistKeys, typesOf } from './scalars.js';

/** Texts of types, and the names that they mention: what a file has to import. */
export interface Printer {
  readonly mentioned: ReadonlySet<string>;
  /** The declarations that a type of the schema is printed as. */
  readonly declare: (type: GraphQLNamedType) => string;
  /** The declaration of the types that a reference may lead to. */
  readonly declareReference: (reference: Reference) => string;
  /** The type of what a field answers, with `inner` for what it is of. */
  readonly output: (type: GraphQLOutputType, inner?: string) => string;
  readonly input: (type: GraphQLInputType) => string;
  /** An object type of arguments. */
  readonly args: (args: readonly GraphQLArgument[]) => string;
  /** Notes a name of ours and gives it back. */
  readonly mention: (name: string) => string;
}

/** Types of fields whose values are the SDK's own. */
const overrides: Readonly<Record<string, readonly [type: string, mentions: string]>> = {
  'RowError.code': ['CrmErrorCode', 'CrmErrorCode'],
  'InputFault.code': ['FaultCode | (string & {})', 'FaultCode'],
};

/** Names that overrides mention, and where they are from. */
export const ownNames: Readonly<Record<string, string>> = {
  ...from(
    '../list-types.js',
    'Combined CommonGroupField FilterOf GroupBy GroupHaving GroupOrder GroupsArgs ListArgs ListOf Lists OrderById OrderOf',
  ),
  ...from('../shape.js', 'Alike Equality LabelledEquality ListArguments Needs Quantified ReferenceShape Takes UpsertBy'),
  ...from('../errors.js', 'CrmErrorCode'),
  ...from('./error-codes.js', 'FaultCode'),
};

function from(file: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, file]));
}

export function createPrinter({ schema, listOf, references }: Model): Printer {
  const mentioned = new Set<string>();
  const mention = (name: string): string => {
    mentioned.add(name);
    return name;
  };

  const leaf = (type: GraphQLNamedType, use: 'input' | 'output'): string => {
    if (isScalarType(type)) return picklistKeys(type) ? mention(type.name) : typesOf(type)[use];
    // An enum may get values later: what is read must be ready for them, what is written need not.
    if (isEnumType(type)) return use === 'output' ? `${mention(type.name)} | (string & {})` : mention(type.name);
    return mention(type.name);
  };
  const wrapped = (type: GraphQLInputType | GraphQLOutputType, inner: string): string => {
    if (isNonNullType(type)) return wrapped(type.ofType, inner).replace(/ \| null$/, '');
    if (isListType(type)) {
      const item = wrapped(type.ofType as GraphQLOutputType, inner);
      return `readonly ${/[|&]|^readonly /.test(item) ? `(${item})` : item}[] | null`;
    }
    return `${inner} | null`;
  };
  const output: Printer['output'] = (type, inner = leaf(getNamedType(type), 'output')) => wrapped(type, inner);
  const input: Printer['input'] = (type) => wrapped(type, leaf(getNamedType(type), 'input'));

  const inputMember = ({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string =>
    isNonNullType(type) && defaultValue === undefined ? `${name}: ${input(type)};` : `${name}?: ${input(type)} | undefined;`;
  const args: Printer['args'] = (list) => `{ ${list.map(inputMember).join(' ')} }`;

  const value = (type: ObjectType, field: Field): string => {
    const object = objectOf(field.type);
    const [own, mentions] = overrides[`${type.name}.${field.name}`] ?? [];
    if (own) {
      mention(mentions!);
      return own;
    }
    return output(field.type, object ? mention(object.name) : undefined);
  };
  const link = (of: ObjectType, field: Field): string => {
    const { name } = getNamedType(field.type);
    const reference = referenceOf(schema, of, field);
    if (reference) {
      return output(field.type, `${mention('ReferenceShape')}<${mention(`${name}Shape`)}, ${mention(`${reference.name}Types`)}>`);
    }
    const list = partOf(listOf, name);
    if (list?.part === 'Connection') return output(field.type, `${mention('ListOf')}<${mention(`${list.of}Lists`)}>`);
    const shape = mention(`${name}Shape`);
    return output(field.type, field.args.length > 0 ? `(${shape} & { readonly args: ${argsOf(field)} })` : shape);
  };
  const argsOf = (field: Field): string => {
    const { name } = getNamedType(field.type);
    if (name.endsWith('Connection')) return mention(name.replace(/Connection$/, 'ListArgs'));
    return name.endsWith('Group') && field.name === 'groups' ? mention(`${name}sArgs`) : args(field.args);
  };

  const objectDeclarations = (type: ObjectType): string => {
    const plain = plainFields(type);
    const bases = basesOf(type);
    const isInherited = (field: Field): boolean =>
      bases.some((base) => base.getFields()[field.name] && member(base, base.getFields()[field.name]!) === member(type, field));
    const leaves = fieldsOf(type).filter((field) => !objectOf(field.type));
    const links = fieldsOf(type).filter((field) => objectOf(field.type));
    const sole = soleRecords(type);
    const plainLinks = [...plain.filter((field) => objectOf(field.type)), ...sole].map(({ name }) => `'${name}'`);
    const members = [
      ...plain.filter((field) => !isInherited(field)).map((field) => member(type, field)),
      ...sole.map((field) => member(type, field, output(field.type, '{ readonly id: string }'))),
    ];
    const parents = bases.length > 0 ? ` extends ${bases.map(({ name }) => mention(name)).join(', ')}` : '';
    const declared = `${doc(type)}export interface ${type.name}${parents} {\n${members.join('')}}\n`;
    if (isInterfaceType(type) && !references.some(({ common }) => common === type)) return declared;
    const fields = plainLinks.length > 0 ? `Omit<${type.name}, ${plainLinks.join(' | ')}>` : type.name;
    const linked = links.map((field) => `${doc(field, '  ')}  readonly ${field.name}: ${link(type, field)};\n`).join('');
    // In an interface: what packs the declarations puts the comments of type literals where editors do not find them.
    const declaredLinks = `export interface ${type.name}ShapeLinks {${linked && `\n${linked}`}}\n`;
    const shape = (of: string) =>
      `export interface ${type.name}Shape {\n  readonly fields: ${of};\n  readonly links: ${linked ? `${type.name}ShapeLinks` : 'object'};\n}\n${linked && declaredLinks}`;
    if (isFigures(type)) {
      const { together, alone } = alike(leaves.map((field) => ({ name: field.name, type: value(type, field) })));
      const rest = alone.map((field) => `readonly ${field.name}: ${field.type};`).join(' ');
      return shape([...together, ...(rest || together.length === 0 ? [`{ ${rest} }`] : [])].join(' & '));
    }
    return `${declared}${shape(fields)}`;
  };
  /** What is said of a field: of a text also how long it may be, as inputs say. */
  const described = (type: ObjectType, field: Field, indent = ''): string => {
    const inputs = ['Update', 'Create'].map((verb) => schema.getType(`${type.name}${verb}Input`)).filter(isInputObjectType);
    const texts = inputs.map((input) => input.getFields()[field.name]?.description ?? '');
    const limited = texts.find((text) => text.replace(/ At most [\d,]+ characters\.$/, '') === field.description);
    return doc({ ...field, description: limited ?? field.description }, indent);
  };
  const member = (type: ObjectType, field: Field, answered = value(type, field)): string =>
    `${described(type, field, '  ')}  readonly ${field.name}: ${answered};\n`;

  /** What is of one type stands together, said once, where nothing is to be said of each. */
  const alike = <Member extends { readonly name: string; readonly type: string }>(members: readonly Member[]) => {
    const groups = [...Map.groupBy(members, ({ type }) => type)].filter(([, group]) => group.length > 2);
    const grouped = new Set(groups.flatMap(([, group]) => group));
    return {
      together: groups.map(([type, group]) => `${mention('Alike')}<${namesOf(group)}, ${type}>`),
      alone: members.filter((member) => !grouped.has(member)),
    };
  };

  const inputDeclaration = (type: GraphQLInputObjectType): string => {
    const fields = Object.values(type.getFields());
    const members = (of: readonly GraphQLInputField[]) => of.map((field) => `${doc(field, '  ')}  ${inputMember(field)}\n`).join('');
    const declared = (parents: readonly string[], body: string): string =>
      `${doc(type)}export interface ${type.name}${parents.length > 0 ? ` extends ${parents.join(', ')}` : ''} {${body && `\n${body}`}}\n`;

    const equal = equalityOf(fields.map(inputMember));
    if (equal && isCondition(type)) return `export type ${type.name} = ${mention(equal.name)}<${equal.value}>;\n`;
    const key = type.name.replace(/UpsertBy$/, 'KeyField');
    if (fields.map(inputMember).join(' ') === `externalId?: string | null | undefined; field?: ${key} | null | undefined;`)
      return `export type ${type.name} = ${mention('UpsertBy')}<${mention(key)}>;\n`;
    const quantified = /^(\w+)ListFilter$/.exec(type.name)?.[1];
    if (quantified && fields.every((field) => input(field.type) === `${quantified}Filter | null`))
      return `export type ${type.name} = ${mention('Quantified')}<${mention(`${quantified}Filter`)}>;\n`;
    if (isCondition(type)) return declared([], members(fields));
    const { record, parent } = relativesOf(type);
    const inherited = fields.filter((field) => {
      const other = parent?.getFields()[field.name];
      return other && members([other]) === members([field]);
    });
    const parents: string[] = [];
    if (parent && inherited.length * 2 >= fields.length) {
      const others = Object.values(parent.getFields()).filter(({ name }) => !inherited.some((field) => field.name === name));
      parents.push(others.length > 0 ? `Omit<${mention(parent.name)}, ${namesOf(others)}>` : mention(parent.name));
    }
    const own = fields.filter((field) => parents.length === 0 || !inherited.includes(field));
    const groups = Map.groupBy(own, (field) => (record && takes(record, field)) ?? '');
    for (const [taken, group] of groups) {
      if (taken) parents.push(taken.replace('%', `${mention(record!.name)}, ${namesOf(group)}`));
    }
    return declared(parents, members(groups.get('') ?? []));
  };
  /** An update takes most of what a creation takes, and within another record the same as alone; an upsert what an update takes, and more. */
  const relativesOf = ({ name }: GraphQLInputObjectType) => {
    const [, of = '', within, verb] = /^(\w+?)(Of[A-Z]\w*)?(Create|Update|Upsert)Input$/.exec(name) ?? [];
    const record = schema.getType(of);
    const parent = schema.getType(within ? `${of}${verb}Input` : verb === 'Upsert' ? `${of}UpdateInput` : `${of}CreateInput`);
    return {
      record: isObjectType(record) ? record : null,
      parent: isInputObjectType(parent) && parent.name !== name ? parent : null,
    };
  };
  /** A field of an input that is described as the record's own: only its type is left to say. */
  const takes = (record: ObjectType, field: GraphQLInputField): string | null => {
    const own = plainFields(record).find(({ name }) => name === field.name);
    if (!own || objectOf(own.type) || described(record, own) !== doc(field)) return null;
    const [, may, type] = /^\w+(\??): (.*?)(?: \| undefined)?;$/.exec(inputMember(field))!;
    const value = type!.replace(/ \| null$/, '');
    if (Boolean(may) !== (value !== type)) return null;
    return `${mention(may ? 'Takes' : 'Needs')}<%, ${value}>`;
  };

  /** A part of a list that is like others': what it is made of stands in sdk/src/list-types.ts. */
  const partDeclaration = (type: GraphQLNamedType, of: string, part: string): string => {
    const list = listOf(of)!;
    const lists = mention(`${of}Lists`);
    const alias = (name: string, generic: string) => `export type ${name} = ${mention(generic)}<${lists}>;\n`;
    if (part === 'Connection')
      return `${listsDeclaration(of, list)}${alias(`${of}ListArgs`, 'ListArgs')}${alias(`${of}GroupsArgs`, 'GroupsArgs')}`;
    if (isInner(part)) return '';
    if (part.startsWith('Group')) return alias(type.name, part);
    const others = isInputObjectType(type) ? Object.values(type.getFields()).filter(({ name }) => list.others.includes(name)) : [];
    const members = part === 'Filter' ? others.map((field) => `${doc(field, '  ')}  ${inputMember(field)}\n`).join('') : '';
    // With a parent more the compiler calls it by its name, in complaints and in what editors show.
    const common = part === 'Filter' ? `${mention('Combined')}<${type.name}>` : mention('OrderById');
    return `${doc(type)}export interface ${type.name} extends ${mention(`${part}Of`)}<${lists}>, ${common} {${members && `\n${members}`}}\n`;
  };
  /** The values of an enum. Of what can be grouped by, those that stand elsewhere are not said again. */
  const valuesOf = (type: GraphQLEnumType): string => {
    const values = type.getValues().map(({ name }) => name);
    const [, of] = /^(\w+)GroupField$/.exec(type.name) ?? [];
    const keys = schema.getType(`${of}KeyField`);
    const known = [
      { name: 'CommonGroupField', has: of ? commonGroupFields : [] },
      { name: `${of}KeyField`, has: isEnumType(keys) ? keys.getValues().map(({ name }) => name) : [] },
    ].filter(({ has }) => has.length > 0 && has.every((value) => values.includes(value)));
    const left = values.filter((value) => !known.some(({ has }) => has.includes(value)));
    return [...known.map(({ name }) => mention(name)), ...left.map((value) => `'${value}'`)].join(' | ');
  };
  const listsDeclaration = (of: string, { names, id, codes, picklists, lookups, references, lists }: ListModel): string => {
    const union = Object.entries(names).flatMap(([kind, fields]) =>
      fields.length > 0 ? [[kind, fields.map((field) => `'${field}'`).join(' | ')] as const] : [],
    );
    const known = (target: string): string => {
      if (listOf(target)) return mention(`${target}Lists`);
      const idFilter = (schema.getType(`${target}Filter`) as GraphQLInputObjectType).getFields()['id'];
      const parts = [`filter: ${mention(`${target}Filter`)}`, `order: ${mention(`${target}Order`)}`];
      return `{ readonly ${[...parts, ...(idFilter ? [`id: ${leaf(getNamedType(idFilter.type), 'input')}`] : [])].join('; readonly ')} }`;
    };
    const maps = Object.entries({ codes, picklists, lookups, references, lists }).flatMap(([kind, fields]) => {
      const typeOf = kind === 'lookups' || kind === 'lists' ? known : mention;
      const members = [...fields].map(([field, target]) => `readonly ${field}: ${typeOf(target)};`);
      return members.length > 0 ? [[kind, `{ ${members.join(' ')} }`] as const] : [];
    });
    const members = [...(id === 'IDFilter' ? [] : [['id', mention(id)] as const]), ...[...union, ...maps]];
    const parts = ['Shape', 'Filter', 'Order', 'GroupField'].map((part) => mention(of + part)).join(', ');
    return `/** \`${of}\` in lists. */\nexport interface ${of}Lists extends ${mention('Lists')}<${parts}> {\n${members.map(([name, text]) => `  readonly ${name}: ${text};\n`).join('')}}\n`;
  };

  return {
    mentioned,
    mention,
    output,
    input,
    args,
    declare(type) {
      const list = partOf(listOf, type.name);
      if (list) return partDeclaration(type, list.of, list.part);
      if (isScalarType(type)) return `${doc(type)}export type ${type.name} = ${typesOf(type).output};\n`;
      if (isEnumType(type)) return `${doc(type)}export type ${type.name} = ${valuesOf(type)};\n`;
      if (isInputObjectType(type)) return inputDeclaration(type);
      return objectDeclarations(type as ObjectType);
    },
    declareReference({ name, types }) {
      const members = types.map((type) => `  readonly ${type}: ${mention(`${type}Shape`)};\n`).join('');
      return `/** The types that a reference may lead to. */\nexport interface ${name}Types {\n${members}}\n`;
    },
  };
}

/** Whether conditions are no more than those on being equal, with or without labels, and to what. */
function equalityOf(members: readonly string[]): { readonly name: string; readonly value: string } | null {
  const value = /^eq\?: (.*) \| null \| undefined;$/.exec(members[0] ?? '')?.[1];
  if (!value) return null;
  const items = `readonly ${/[|&]/.test(value) ? `(${value})` : value}[]`;
  const plain = [`eq?: ${value}`, `in?: ${items}`, 'isNull?: boolean', `notEq?: ${value}`, `notIn?: ${items}`];
  const labelled = plain.toSpliced(3, 0, 'labelContains?: string');
  const isSame = (other: readonly string[]) => members.join() === other.map((one) => `${one} | null | undefined;`).join();
  return isSame(plain) ? { name: 'Equality', value } : isSame(labelled) ? { name: 'LabelledEquality', value } : null;
}

const namesOf = (members: readonly { readonly name: string }[]): string => members.map(({ name }) => `'${name}'`).join(' | ');

/** As sdk/src/list-types.ts has them. */
const commonGroupFields = ['CREATED_AT', 'CREATED_BY', 'DELETED_AT', 'MODIFIED_AT', 'MODIFIED_BY', 'VERSION'];

/** What is only ever answered by selection: the parts of lists. It needs no type of its own. */
export const isFigures = (type: ObjectType): boolean =>
  !isRecord(type) && /(Aggregate|Avg|Connection|CountDistinct|Edge|Group|GroupKey|Max|Min|MoneyFigures|Sum)$/.test(type.name);

/** Conditions, orders and groups have the names of the fields that they are about: those are described there. */
const isCondition = ({ name }: GraphQLInputObjectType): boolean => /(Filter|Order|Having)$/.test(name);

/** A doc comment, where there is something to say. */
export function doc(
  { description, ...about }: { readonly description?: string | null | undefined; readonly deprecationReason?: string | null | undefined },
  indent = '',
): string {
  const text = [description, about.deprecationReason && `@deprecated ${about.deprecationReason}`]
    .filter(Boolean)
    .join(' ')
    .replaceAll('*/', '* /')
    .replace(/\s+/g, ' ');
  return text ? `${indent}/** ${text} */\n` : '';
}
