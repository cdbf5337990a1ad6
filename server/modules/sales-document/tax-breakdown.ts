import { GraphQLScalarType } from 'graphql';

/** In answers only. */
export const TaxBreakdownScalar = new GraphQLScalarType({
  name: 'TaxBreakdown',
  description:
    'The taxes of a document by tax and rate: `[{ "taxId": "tax_…", "name": "VAT", "percentage": "21", "compound": false, "base": "90.00", "amount": "18.90" }]`. `base` is the amount without the tax. Lines without tax are an entry whose `taxId` and `name` are null.',
});
