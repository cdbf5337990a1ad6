import { definePicklist } from '../core/picklist.js';

/** Picklists that several modules share: one list, so that a conversion never meets an unknown value (modules.md 1). */
export const Salutation = definePicklist('Salutation', 'How a person is addressed.', ['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Prof.']);

export const LeadSource = definePicklist('LeadSource', 'Where a person or deal came from.', [
  'Advertisement',
  'Cold Call',
  'Employee Referral',
  'External Referral',
  'Online Store',
  'X (Twitter)',
  'Facebook',
  'Partner',
  'Public Relations',
  'Sales Email Alias',
  'Seminar Partner',
  'Internal Seminar',
  'Trade Show',
  'Web Download',
  'Web Research',
  'Chat',
]);

export const Industry = definePicklist('Industry', 'The line of business.', [
  'ASP (Application Service Provider)',
  'Data/Telecom OEM',
  'ERP (Enterprise Resource Planning)',
  'Government/Military',
  'Large Enterprise',
  'ManagementISV',
  'MSP (Management Service Provider)',
  'Network Equipment Enterprise',
  'Non-management ISV',
  'Optical Networking',
  'Service Provider',
  'Small/Medium Enterprise',
  'Storage Equipment',
  'Storage Service Provider',
  'Systems Integrator',
  'Wireless Industry',
]);

export const Rating = definePicklist('Rating', 'How promising the relation is.', [
  'Acquired',
  'Active',
  'Market Failed',
  'Project Cancelled',
  'Shut Down',
]);

export const UnsubscribedMode = definePicklist('UnsubscribedMode', 'How somebody asked for no more mail.', [
  'Consent Form',
  'Manual',
  'Unsubscribe Link',
  'Campaigns',
]);
