/**
 * What the demo organisation starts with: Lantern, which sells sensors and a subscription for watching energy
 * and temperature. All of it is invented: people, companies, addresses and telephone numbers.
 */
import type { NewRole } from '../workflows/create-organization.js';
import { demoEmail } from './demo-sign-in.js';
import type { PipelineTemplate } from '../modules/pipeline/standard-pipeline.js';

export { demoAccounts, demoCurrencies, type DemoAccount, type DemoCurrency } from './demo-accounts.js';
export { demoCompany } from './demo-company.js';
export { demoContacts, type DemoContact, type DemoLeadSource } from './demo-contacts.js';
export { demoContactRoles, type DemoContactRole } from './demo-contact-roles.js';
export { demoLeads, type DemoLead } from './demo-leads.js';
export { demoCampaigns, demoCampaignMembers, type DemoCampaign, type DemoCampaignMember } from './demo-campaigns.js';
export { demoDocuments, demoPriceBook, demoPurchases, demoStock } from './demo-documents.js';
export { demoProducts, demoVendors, type DemoProduct, type DemoVendor } from './demo-products.js';
export { demoDeals, type DemoDeal } from './demo-deals.js';

/** Managers stand before those they manage; 'chief' is the administrator. */
export interface DemoUser {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly managerKey?: string;
  /** The name of one of `demoRoles`. */
  readonly role: string;
}

export const demoUsers: readonly DemoUser[] = [
  { key: 'chief', firstName: 'Marijke', lastName: 'van den Heuvel', email: demoEmail, role: 'CEO' },
  {
    key: 'manager-west',
    firstName: 'Siobhán',
    lastName: "O'Rourke",
    email: 'siobhan@lantern.example.com',
    managerKey: 'chief',
    role: 'Sales Manager West',
  },
  {
    key: 'manager-east',
    firstName: 'Tomasz',
    lastName: 'Wiśniewski',
    email: 'tomasz@lantern.example.com',
    managerKey: 'chief',
    role: 'Sales Manager East',
  },
  {
    key: 'sales-west',
    firstName: 'Joris',
    lastName: 'Aalbers',
    email: 'joris@lantern.example.com',
    managerKey: 'manager-west',
    role: 'Sales West',
  },
  {
    key: 'sales-south',
    firstName: 'Inés',
    lastName: 'Echeverría',
    email: 'ines@lantern.example.com',
    managerKey: 'manager-west',
    role: 'Sales South',
  },
  {
    key: 'sales-east',
    firstName: 'Zuzana',
    lastName: 'Dvořáková',
    email: 'zuzana@lantern.example.com',
    managerKey: 'manager-east',
    role: 'Sales East',
  },
];

/** Each after the one above it. */
export const demoRoles: readonly NewRole[] = [
  { name: 'CEO' },
  { name: 'Sales Manager West', reportsTo: 'CEO' },
  { name: 'Sales Manager East', reportsTo: 'CEO' },
  { name: 'Sales West', reportsTo: 'Sales Manager West' },
  { name: 'Sales South', reportsTo: 'Sales Manager West' },
  { name: 'Sales East', reportsTo: 'Sales Manager East' },
];

/** Deals refer to the standard pipeline by its key, STANDARD; it is made with the organisation, not here. */
export const demoPipelines: readonly PipelineTemplate[] = [
  {
    key: 'PARTNER',
    label: 'Partner channel',
    stages: [
      {
        key: 'DEAL_REGISTERED',
        label: 'Deal registered',
        probability: 15,
        category: 'OPEN',
        forecastCategory: 'PIPELINE',
        color: '#4C8BF5',
      },
      {
        key: 'JOINT_EVALUATION',
        label: 'Joint evaluation',
        probability: 40,
        category: 'OPEN',
        forecastCategory: 'BEST_CASE',
        color: '#8E6CEF',
      },
      { key: 'PARTNER_OFFER', label: 'Partner offer', probability: 75, category: 'OPEN', forecastCategory: 'COMMITTED', color: '#F2A33A' },
      { key: 'PARTNER_WON', label: 'Partner won', probability: 100, category: 'WON', forecastCategory: 'CLOSED', color: '#2E9E6B' },
      { key: 'PARTNER_LOST', label: 'Partner lost', probability: 0, category: 'LOST', forecastCategory: 'OMITTED', color: '#C4554D' },
    ],
  },
];
