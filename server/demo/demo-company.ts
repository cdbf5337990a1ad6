/** The company details of the demo organisation. */
export const demoCompany = {
  legalName: 'Lantern Sensors B.V.',
  street: 'Lichtkade 12',
  city: 'Utrecht',
  postalCode: '3511 AB',
  country: 'Netherlands',
  phone: '+31 30 010 0120',
  email: 'info@lantern.example.com',
  website: 'https://lantern.example.com',
  vatNumber: 'NL001234567B01',
  chamberOfCommerceNumber: '00123456',
  iban: 'NL91ABNA0417164300',
  bic: 'ABNANL2A',
} as const;
