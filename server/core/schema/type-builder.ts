import { Args, ArgsType, Field, InputType, ObjectType } from 'type-graphql';

/** A type given to type-graphql: a class, a scalar, an enum's object; in an array for a list. */
export type TypeRef = object | readonly object[];

export interface FieldSpec {
  readonly type: () => TypeRef;
  readonly description: string;
  /** Default true: outputs are nullable because any may be hidden, inputs because most are optional. */
  readonly nullable?: boolean;
  readonly args?: () => ClassRef;
  readonly defaultValue?: unknown;
}

export type ClassRef = new () => object;

/**
 * Makes a type-graphql class at run time, the way a written one would be decorated. All of them must exist before
 * `buildSchema`: type-graphql reads its storage once.
 */
export function declareObject(name: string, description: string, fields: Readonly<Record<string, FieldSpec>>): ClassRef {
  const type = named(name);
  for (const [field, spec] of Object.entries(fields)) declareField(type, field, spec);
  ObjectType(name, { description })(type);
  return type;
}

export function declareInput(name: string, description: string, fields: Readonly<Record<string, FieldSpec>>): ClassRef {
  const type = named(name);
  for (const [field, spec] of Object.entries(fields)) declareField(type, field, spec);
  InputType(name, { description })(type);
  return type;
}

export function declareArgs(name: string, fields: Readonly<Record<string, FieldSpec>>): ClassRef {
  const type = named(name);
  for (const [field, spec] of Object.entries(fields)) declareField(type, field, spec);
  ArgsType()(type);
  return type;
}

/** Adds a field to a class that is already one, a record's related list for instance. */
export function declareField(type: { prototype: object }, name: string, { type: ref, description, nullable = true, args, defaultValue }: FieldSpec): void {
  const options = { description, nullable, ...(defaultValue !== undefined && { defaultValue }) };
  if (!args) {
    Field(ref, options)(type.prototype, name);
    return;
  }
  // A field with arguments is a method to type-graphql; `build-schema.ts` replaces what it resolves to.
  const method = () => undefined;
  Object.defineProperty(type.prototype, name, { value: method, configurable: true, writable: true });
  Args(args)(type.prototype, name, 0);
  Field(ref, options)(type.prototype, name, { value: method });
}

const named = (name: string): ClassRef => ({ [name]: class {} })[name] as ClassRef;
