import { GraphQLBoolean, Kind, type FieldNode, type GraphQLField, type ValueNode } from 'graphql';
import { createParameterDecorator } from 'type-graphql';
import { fault, type CrmError } from './errors.js';
import { say } from './messages.js';
import type { Variables } from './read/input.js';

const NAME = 'dryRun';

/**
 * The argument by which a mutation takes part in dry runs: a parameter decorator, its value is of no use to the method.
 * Having the argument is all it takes: the operation's transaction is undone at the end. So it is for mutations that
 * write in `context.transaction` and nowhere else; what must not happen in a dry run asks `context.isDryRun`.
 */
export const DryRun = (): ParameterDecorator =>
  createParameterDecorator(({ args }) => args[NAME] as unknown, {
    arg: {
      name: NAME,
      typeFunc: () => GraphQLBoolean,
      options: {
        nullable: false,
        defaultValue: false,
        description:
          'Check and answer as if it were saved, then undo all of it, the change log included. Ids in the answer are of records that do not exist afterwards. All fields of the operation must agree; `extensions.dryRun` confirms it.',
      },
    },
  }) as ParameterDecorator;

/** What a root field of a mutation says about dry runs. */
export interface DryRunRoot {
  readonly key: string;
  readonly name: string;
  /** Null: it can't take part. */
  readonly dryRun: { readonly given: ValueNode | null } | null;
}

/** Reads what a root field says, without its variables. */
export function dryRunOf(field: GraphQLField<unknown, unknown> | undefined, node: FieldNode): DryRunRoot['dryRun'] {
  if (!field?.args.some(({ name }) => name === NAME)) return null;
  return { given: node.arguments?.find(({ name }) => name.value === NAME)?.value ?? null };
}

/**
 * Whether an operation is a dry run. It is one transaction, so its root fields must agree.
 *
 * @returns the root field that does not, with the error
 */
export function isDryRun(roots: readonly DryRunRoot[], variables: Variables): boolean | { key: string; error: CrmError } {
  const isDry = ({ dryRun }: DryRunRoot): boolean => {
    const given = dryRun?.given;
    if (given?.kind === Kind.VARIABLE) return variables[given.name.value] === true;
    return given?.kind === Kind.BOOLEAN && given.value;
  };
  if (!roots.some(isDry)) return false;
  const other = roots.find((root) => root.name !== '__typename' && !isDry(root));
  if (!other) return true;
  return { key: other.key, error: fault(NAME, 'CONTRADICTION', say('faults.dryRunMixed', { field: other.name })) };
}
