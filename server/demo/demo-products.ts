/** Whom the demo organisation buys from. */
export interface DemoVendor {
  readonly key: string;
  readonly ownerKey: string;
  readonly vendorName: string;
  readonly email?: string;
  readonly phone?: string;
  readonly website?: string;
  readonly category?: string;
  readonly street?: string;
  readonly city?: string;
  readonly zipCode?: string;
  readonly country?: string;
}

export const demoVendors: readonly DemoVendor[] = [
  {
    key: 'thermoelement-jena',
    ownerKey: 'chief',
    vendorName: 'Thermoelement Jena',
    email: 'vertrieb@thermoelement-jena.example.com',
    website: 'https://thermoelement-jena.example.com',
    category: 'Sensors',
    city: 'Jena',
    country: 'Germany',
  },
  {
    key: 'kastenbouw-twente',
    ownerKey: 'chief',
    vendorName: 'Kastenbouw Twente',
    email: 'orders@kastenbouw.example.com',
    category: 'Housings',
    street: 'Spinnersweg 12',
    city: 'Enschede',
    zipCode: '7511 AA',
    country: 'Netherlands',
  },
  {
    key: 'radiolinks',
    ownerKey: 'manager-east',
    vendorName: 'Radiolinks Oulu',
    category: 'Radio modules',
    city: 'Oulu',
    country: 'Finland',
  },
];

/** What it sells. Picklist fields hold stable keys; prices are in euro. */
export interface DemoProduct {
  readonly key: string;
  readonly ownerKey: string;
  readonly vendorKey?: string;
  readonly productName: string;
  readonly productCode: string;
  readonly productCategory: 'HARDWARE' | 'SOFTWARE';
  readonly unitPrice: string;
  readonly commissionRate?: string;
  readonly usageUnit: 'EACH' | 'BOX' | 'HOURS' | 'M';
  readonly reorderLevel?: string;
  readonly productActive?: boolean;
  readonly taxable?: boolean;
  readonly description?: string;
}

const thermo = { ownerKey: 'chief', vendorKey: 'thermoelement-jena', productCategory: 'HARDWARE', usageUnit: 'EACH' } as const;
const service = { ownerKey: 'chief', productCategory: 'SOFTWARE' } as const;

export const demoProducts: readonly DemoProduct[] = [
  { ...thermo, key: 'probe', productName: 'Probe, 0 to 400 °C', productCode: 'LA-P400', unitPrice: '48.5', reorderLevel: '100' },
  { ...thermo, key: 'probe-hot', productName: 'Probe, 0 to 1,200 °C', productCode: 'LA-P1200', unitPrice: '139', reorderLevel: '25' },
  { ...thermo, key: 'probe-cold', productName: 'Probe, −80 to 40 °C', productCode: 'LA-PN80', unitPrice: '62.25', reorderLevel: '60' },
  {
    ...thermo,
    key: 'clamp',
    productName: 'Current clamp, 600 A',
    productCode: 'LA-C600',
    unitPrice: '84',
    commissionRate: '4',
    // More than there are: the one product that is to be ordered.
    reorderLevel: '150',
  },
  {
    key: 'cabinet',
    ownerKey: 'chief',
    vendorKey: 'kastenbouw-twente',
    productName: 'Cabinet for eight sensors',
    productCode: 'LA-K8',
    productCategory: 'HARDWARE',
    usageUnit: 'EACH',
    unitPrice: '410',
    commissionRate: '20',
    reorderLevel: '6',
  },
  {
    key: 'gateway',
    ownerKey: 'manager-east',
    vendorKey: 'radiolinks',
    productName: 'Gateway with radio',
    productCode: 'LA-G2',
    productCategory: 'HARDWARE',
    usageUnit: 'EACH',
    unitPrice: '329.99',
    commissionRate: '15',
    reorderLevel: '10',
  },
  {
    key: 'gateway-old',
    ownerKey: 'manager-east',
    vendorKey: 'radiolinks',
    productName: 'Gateway, first series',
    productCode: 'LA-G1',
    productCategory: 'HARDWARE',
    usageUnit: 'EACH',
    unitPrice: '280',
    productActive: false,
    description: 'Repaired until its support ends; not sold any more.',
  },
  { ...service, key: 'watch', productName: 'Watching, a sensor a year', productCode: 'LA-W1', unitPrice: '36', usageUnit: 'EACH' },
  { ...service, key: 'install', productName: 'Installation', productCode: 'LA-I', unitPrice: '95', usageUnit: 'HOURS' },
  {
    ...service,
    key: 'training',
    productName: 'Training at your place, a day',
    productCode: 'LA-T',
    unitPrice: '1150',
    usageUnit: 'EACH',
    taxable: false,
  },
];
