import { date, decimal, lookup } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { Currency } from './currency.js';

@record({
  prefix: 'exchangerate',
  name: 'ExchangeRate',
  plural: 'exchangeRates',
  description: 'What a currency is worth from a day on, until the next rate (experience.md 12.1). A record takes the rate of the day it is saved and keeps it: new rates rewrite nothing.',
  unique: [['currency', 'validFrom']],
  uniqueOutsideBin: true,
  links: ['currency'],
})
export class ExchangeRate extends BaseRecord {
  @lookup(() => Currency, {
    description: 'The currency; not the base currency, whose rate is 1.',
    required: true,
    inverse: { name: 'exchangeRates', description: 'What it is worth, from which days on.' },
  })
  currency!: Currency;
  @date({ description: "The first day it is valid on, in the organisation's time zone; one rate a day.", required: true }) validFrom!: string;
  @decimal({ description: 'Units of the currency for one of the base currency.', required: true, positive: true }) rate!: string;
}
