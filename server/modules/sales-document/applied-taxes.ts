import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { say } from '../../core/messages.js';
import { DecimalScalar, wrongValue } from '../../core/scalars.js';

/** A tax on a line or a document, as it is stored and answered. */
export interface AppliedTax {
  /** The id on the wire. */
  readonly taxId: string;
  readonly name: string;
  /** In percent. */
  readonly percentage: string;
  readonly compound: boolean;
  /** What it comes to. */
  readonly value: string;
}

/** A tax that an input puts on something. */
export interface ChosenTax {
  readonly taxId: string;
  readonly percentage: string | null;
}

export const MAX_TAXES = 10;

/** What is answered is taken back: only the tax and its rate are looked at. */
export const AppliedTaxesScalar = new GraphQLScalarType<readonly ChosenTax[], unknown>({
  name: 'AppliedTaxes',
  description: `Taxes on a line or a document, at most ${MAX_TAXES}: \`[{ "taxId": "tax_…", "name": "VAT", "percentage": "21", "compound": false, "value": "4.20" }]\`. An input names them by \`taxId\`; with \`percentage\`, where the organisation lets rates be edited, by another rate. All else is worked out.`,
  serialize: (value) => value,
  parseValue: chosenTaxes,
  parseLiteral(node, variables) {
    try {
      return chosenTaxes(valueFromASTUntyped(node, variables));
    } catch (error) {
      const { message, extensions } = error as GraphQLError;
      throw new GraphQLError(message, { nodes: node, extensions });
    }
  },
});

function chosenTaxes(value: unknown): ChosenTax[] {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  if (given.length > MAX_TAXES) throw wrongValue(say('faults.appliedTaxes', { max: MAX_TAXES }), 'OUT_OF_RANGE');
  const taxes = given.map((one): ChosenTax => {
    const { taxId, percentage = null } = (one ?? {}) as Record<string, unknown>;
    if (typeof taxId !== 'string') throw wrongValue(say('faults.appliedTaxes', { max: MAX_TAXES }));
    return { taxId, percentage: percentage === null ? null : DecimalScalar.parseValue(percentage) };
  });
  if (new Set(taxes.map(({ taxId }) => taxId)).size < taxes.length) throw wrongValue(say('faults.taxTwice'), 'CONTRADICTION');
  return taxes;
}
