/** A price book of the demo organisation, by the keys of what it sells. */
export const demoPriceBook = {
  priceBookName: 'From ten sensors',
  pricingModel: 'DIFFERENTIAL',
  description: 'For customers who equip a whole building.',
  ranges: [
    { fromRange: '10', toRange: '49', discount: '4' },
    { fromRange: '50', toRange: '199', discount: '9' },
    { fromRange: '200', toRange: '10000', discount: '14' },
  ],
  prices: { probe: '46', 'probe-hot': '132', 'probe-cold': '59', clamp: '80', watch: '34' },
} as const;

type Line = readonly [productKey: string, quantity: string];

/** A document of a deal: for its account and contact, in its currency. Days count from today. */
export interface DemoDocument {
  readonly dealKey: string;
  readonly subject: string;
  readonly lines: readonly Line[];
  /** Whether prices and discounts are those of the price book. */
  readonly isPriced?: boolean;
  readonly discountPercent?: string;
  /** How far its order has come; without one it is still an offer. */
  readonly order?: 'CREATED' | 'APPROVED' | 'DELIVERED';
  readonly invoicedInDays?: number;
}

export const demoDocuments: readonly DemoDocument[] = [
  {
    dealKey: 'dijkhuizen-legionella',
    subject: 'Watching 240 taps',
    lines: [
      ['probe', '240'],
      ['gateway', '12'],
      ['watch', '240'],
      ['install', '46'],
    ],
    isPriced: true,
    order: 'DELIVERED',
    invoicedInDays: -50,
  },
  {
    dealKey: 'energie-abonnement',
    subject: 'Second year, heat network',
    lines: [
      ['watch', '1500'],
      ['training', '2'],
    ],
    isPriced: true,
    order: 'APPROVED',
    invoicedInDays: -28,
  },
  {
    dealKey: 'sierra-renovacion',
    subject: 'Sensors for the new press',
    lines: [
      ['probe-hot', '60'],
      ['cabinet', '8'],
      ['install', '24'],
    ],
    order: 'CREATED',
  },
  {
    dealKey: 'wind-onderdelen',
    subject: 'Spare parts',
    lines: [
      ['clamp', '40'],
      ['probe', '25'],
    ],
    discountPercent: '5',
    order: 'DELIVERED',
    invoicedInDays: -140,
  },
  {
    dealKey: 'silberbach-messraum',
    subject: 'Measuring room',
    lines: [
      ['probe-cold', '90'],
      ['gateway', '4'],
      ['install', '12'],
    ],
    order: 'DELIVERED',
    invoicedInDays: -40,
  },
  {
    dealKey: 'brightfen-calloff',
    subject: 'Call-off 3',
    lines: [
      ['probe', '400'],
      ['watch', '400'],
    ],
    isPriced: true,
    order: 'APPROVED',
    invoicedInDays: -35,
  },
  {
    dealKey: 'groep-raamcontract',
    subject: 'Framework, five sites',
    lines: [
      ['probe', '1200'],
      ['gateway', '60'],
      ['watch', '1200'],
      ['install', '300'],
    ],
    isPriced: true,
  },
  {
    dealKey: 'veldkamp-kade',
    subject: 'Quay 4',
    lines: [
      ['probe-cold', '120'],
      ['cabinet', '10'],
    ],
    discountPercent: '3',
  },
  {
    dealKey: 'kawasemi-kensa',
    subject: 'Inspection line',
    lines: [
      ['probe-hot', '150'],
      ['gateway', '10'],
    ],
  },
  {
    dealKey: 'sjoangen-hall',
    subject: 'Hall 2',
    lines: [
      ['probe', '40'],
      ['gateway', '2'],
      ['install', '8'],
    ],
  },
];

/** What is ordered from vendors. */
export const demoPurchases: readonly {
  readonly vendorKey: string;
  readonly subject: string;
  readonly status: 'CREATED' | 'DELIVERED';
  readonly lines: readonly (readonly [productKey: string, quantity: string, listPrice: string])[];
}[] = [
  {
    vendorKey: 'thermoelement-jena',
    subject: 'Probes, spring',
    status: 'DELIVERED',
    lines: [
      ['probe', '1000', '21.4'],
      ['probe-hot', '200', '71'],
      ['probe-cold', '300', '30.5'],
      ['clamp', '100', '39'],
    ],
  },
  { vendorKey: 'radiolinks', subject: 'Gateways', status: 'DELIVERED', lines: [['gateway', '40', '172.5']] },
  { vendorKey: 'kastenbouw-twente', subject: 'Cabinets', status: 'CREATED', lines: [['cabinet', '25', '236']] },
  { vendorKey: 'radiolinks', subject: 'Gateways for the framework', status: 'CREATED', lines: [['gateway', '60', '168']] },
];

/** Counted when the books were opened. */
export const demoStock: readonly Line[] = [
  ['probe', '310'],
  ['probe-hot', '48'],
  ['probe-cold', '75'],
  ['clamp', '61'],
  ['cabinet', '9'],
  ['gateway', '22'],
  ['gateway-old', '6'],
];
