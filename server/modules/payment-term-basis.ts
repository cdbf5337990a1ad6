import { defineEnum } from '../core/enums.js';

export const PaymentTermBasis = defineEnum('PaymentTermBasis', 'Day that a payment term counts from.', {
  INVOICE_DATE: 'The invoice date.',
  END_OF_MONTH: 'The last day of the month of the invoice date.',
});
