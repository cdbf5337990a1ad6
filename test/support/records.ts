import type { Answer, Person } from './workspace.js';

type Values = Record<string, any>;
/** The name of a module. */
type Module = string;

const camel = (module: Module): string => module[0]!.toLowerCase() + module.slice(1);

/** Makes a record as `person` and returns the selected fields. */
export async function create(person: Person, module: Module, input: object, selection = 'id version'): Promise<Values> {
  const data = await person.ask(
    `mutation ($input: ${module}CreateInput!) { create${module}(input: $input) { ${camel(module)} { ${selection} } } }`,
    { input },
  );
  return data[`create${module}`][camel(module)] as Values;
}

/** Makes records in one call and returns the selected fields of each. */
export async function createMany(person: Person, module: Module, inputs: readonly object[], selection = 'id version'): Promise<Values[]> {
  const data = await person.ask(
    `mutation ($inputs: [${module}CreateInput!]!) { create${module}s(inputs: $inputs) { results { ${camel(module)} { ${selection} } } } }`,
    { inputs },
  );
  return data[`create${module}s`].results.map((result: Values) => result[camel(module)] as Values);
}

/** Tries to make a record. */
export const tryCreate = (person: Person, module: Module, input: object): Promise<Answer> =>
  person.send(`mutation ($input: ${module}CreateInput!) { create${module}(input: $input) { ${camel(module)} { id } } }`, { input });

/** Changes a record and returns the selected fields. */
export async function update(person: Person, module: Module, id: string, input: object, selection = 'id version'): Promise<Values> {
  const data = await person.ask(
    `mutation ($id: ID!, $input: ${module}UpdateInput!) { update${module}(id: $id, input: $input) { ${camel(module)} { ${selection} } } }`,
    { id, input },
  );
  return data[`update${module}`][camel(module)] as Values;
}

/** Tries to change a record. */
export const tryUpdate = (person: Person, module: Module, id: string, input: object, expectedVersion?: number): Promise<Answer> =>
  person.send(
    `mutation ($id: ID!, $input: ${module}UpdateInput!, $expectedVersion: Int) { update${module}(id: $id, input: $input, expectedVersion: $expectedVersion) { ${camel(module)} { id version } } }`,
    { id, input, expectedVersion },
  );

/** Moves a record to the bin. */
export const remove = (person: Person, module: Module, id: string): Promise<Values> =>
  person.ask(`mutation ($id: ID!) { delete${module}(id: $id) { ${camel(module)} { id } } }`, { id });

/** Brings a record back. */
export const restore = (person: Person, module: Module, id: string): Promise<Values> =>
  person.ask(`mutation ($id: ID!) { restore${module}(id: $id) { ${camel(module)} { id } } }`, { id });

/** Reads a record; null when there is none. */
export async function read(
  person: Person,
  module: Module,
  id: string,
  selection = 'id version',
  deleted = 'WITHOUT',
): Promise<Values | null> {
  const data = await person.ask(
    `query ($id: ID!, $deleted: DeletedRecords!) { ${camel(module)}(id: $id, deleted: $deleted) { ${selection} } }`,
    { id, deleted },
  );
  return data[camel(module)] as Values | null;
}

/** The row id inside a wire id. */
export const rowId = (id: string): string => id.slice(id.lastIndexOf('_') + 1);
