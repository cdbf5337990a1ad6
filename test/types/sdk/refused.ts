/** What must not compile. Each line under an expectation is an error, or the expectation itself is one. */
import {
  accounts,
  campaignMembers,
  campaigns,
  contacts,
  deals,
  leads,
  productLinks,
  profiles,
  suspendUser,
  users,
  type Crm,
} from '../../../sdk/src/index.js';

export async function selections(crm: Crm): Promise<void> {
  // @ts-expect-error -- a typo alone
  await contacts(crm).get('contact_1', { select: { firstNam: true } });
  // @ts-expect-error -- a typo beside a good name
  await contacts(crm).get('contact_1', { select: { firstName: true, lastNam: true } });
  // @ts-expect-error -- a typo in a relation
  await contacts(crm).get('contact_1', { select: { account: { accountName: true, accountNam: true } } });
  // @ts-expect-error -- a typo three levels down
  await contacts(crm).list({ select: { deals: { nodes: { account: { owner: { emial: true, email: true } } } } } });
  // @ts-expect-error -- an argument that lists do not take
  await contacts(crm).get('contact_1', { select: { deals: { args: { first: 3, limit: 3 }, nodes: { id: true } } } });
  const amuont = { gte: 1 };
  // @ts-expect-error -- a filter on a field that deals do not have, beside a good one
  await contacts(crm).get('contact_1', { select: { deals: { args: { filter: { amount: amuont, amuont } }, nodes: { id: true } } } });
  // @ts-expect-error -- an order that there is not
  await contacts(crm).get('contact_1', { select: { deals: { args: { orderBy: [{ amount: 'UP' }] }, nodes: { id: true } } } });
  // @ts-expect-error -- a relation is chosen with its fields
  await contacts(crm).get('contact_1', { select: { account: true } });
  // @ts-expect-error -- a plain field has none
  await contacts(crm).get('contact_1', { select: { firstName: { length: true } } });
  // @ts-expect-error -- false is not a way to leave a field out
  await contacts(crm).get('contact_1', { select: { firstName: false } });
  // @ts-expect-error -- nothing is selected
  await contacts(crm).get('contact_1', { select: {} });
  // @ts-expect-error -- nothing is selected of a relation
  await contacts(crm).get('contact_1', { select: { firstName: true, account: {} } });
  // @ts-expect-error -- arguments alone select nothing
  await contacts(crm).get('contact_1', { select: { deals: { args: { first: 3 } } } });
  // @ts-expect-error -- groups need to know by what
  await contacts(crm).get('contact_1', { select: { deals: { groups: { aggregate: { count: true } } } } });

  const contact = await contacts(crm).get('contact_1', { select: { firstName: true } });
  // @ts-expect-error -- not selected
  void contact?.lastName;
  // @ts-expect-error -- there may be none
  void contact.firstName;
  const page = await deals(crm).list();
  // @ts-expect-error -- a relation is never there unasked
  void page.nodes[0]?.account;
  // @ts-expect-error -- nobody asked for it
  void page.totalCount;
  // @ts-expect-error -- pages do not change
  page.nodes.push(page.nodes[0]!);
  // @ts-expect-error -- how many at most?
  await deals(crm).iterate().toArray();
  // @ts-expect-error -- nothing is selected unless said
  await deals(crm).aggregate({});
  // @ts-expect-error -- an average of texts
  await deals(crm).aggregate({ select: { avg: { dealName: true } } });
  // @ts-expect-error -- a greatest that there is not
  await deals(crm).aggregate({ select: { max: { amount: true, stage: true } } });
  // @ts-expect-error -- texts without an order are no keys
  await deals(crm).groups({ by: [{ field: 'STAGE' }], select: { key: { description: true } } });
  // @ts-expect-error -- nothing to group by
  await deals(crm).groups({ by: [{ field: 'AMOUNT' }], select: { aggregate: { count: true } } });
  const by = [{ field: 'STAGE' }] as const;
  // @ts-expect-error -- a figure of a field that deals do not have
  await deals(crm).groups({ by, having: { sum: { amuont: { gte: 1 } } }, select: { aggregate: { count: true } } });
  // @ts-expect-error -- an order of groups that there is not
  await deals(crm).groups({ by, orderBy: [{ key: { amount: 'ASC' } }], select: { aggregate: { count: true } } });
  // @ts-expect-error -- contacts have no amounts
  await contacts(crm).groups({ by: [{ field: 'OWNER' }], select: { inOwnCurrency: { sum: { version: true } } } });
  // @ts-expect-error -- grouped by what?
  await deals(crm).groups({ select: { aggregate: { count: true } } });
}

export async function references(crm: Crm): Promise<void> {
  // @ts-expect-error -- a typo in the name of a type
  await campaignMembers(crm).list({ select: { person: { id: true, on: { Leed: { company: true } } } } });
  // @ts-expect-error -- a type that the reference never leads to
  await campaignMembers(crm).list({ select: { person: { on: { Lead: { company: true }, Deal: { dealName: true } } } } });
  // @ts-expect-error -- a typo in a branch
  await campaignMembers(crm).list({ select: { person: { on: { Lead: { company: true, compani: true } } } } });
  // @ts-expect-error -- a field of the other branch
  await campaignMembers(crm).list({ select: { person: { on: { Lead: { account: { accountName: true } } } } } });
  // @ts-expect-error -- a field that not all of the types have
  await campaignMembers(crm).list({ select: { person: { displayName: true, company: true } } });
  // @ts-expect-error -- a typo in a related list of a branch
  await campaigns(crm).list({ select: { members: { nodes: { person: { on: { Contact: { deals: { nodes: { amuont: true } } } } } } } } });
  // @ts-expect-error -- a reference is chosen with its fields
  await campaignMembers(crm).list({ select: { person: true } });
  // @ts-expect-error -- no types are named
  await campaignMembers(crm).list({ select: { person: { displayName: true, on: {} } } });
  // @ts-expect-error -- nothing is selected of a type
  await campaignMembers(crm).list({ select: { person: { on: { Lead: {} } } } });
  // @ts-expect-error -- a record that is of one type has no others
  await contacts(crm).list({ select: { account: { accountName: true, on: { Account: { phone: true } } } } });

  const member = await campaignMembers(crm).get('campaignmember_1', {
    select: { person: { displayName: true, on: { Lead: { company: true } } } },
  });
  // @ts-expect-error -- a contact has none
  void member?.person?.company;
  // @ts-expect-error -- nor does what is no lead
  if (member?.person?.__typename === 'Contact') void member.person.company;
  // @ts-expect-error -- a person is no deal
  if (member?.person?.__typename === 'Deal') void member;
  const plain = await campaignMembers(crm).get('campaignmember_1', { select: { person: { displayName: true } } });
  // @ts-expect-error -- nobody asked for it
  void plain?.person?.__typename;

  // @ts-expect-error -- a module that the reference never leads to
  await campaignMembers(crm).list({ filter: { person: { deal: { dealName: { eq: 'X' } } } } });
  // @ts-expect-error -- a filter that leads do not have
  await campaignMembers(crm).list({ filter: { person: { lead: { compani: { eq: 'X' } } } } });
  // @ts-expect-error -- a module that there is not
  await productLinks(crm).list({ filter: { record: { module: { eq: 'LEED' } } } });
  // @ts-expect-error -- an id is text
  await campaignMembers(crm).list({ filter: { personId: { eq: 5 } } });
  // @ts-expect-error -- a reference is ordered by the display name, not by a field of one module
  await campaignMembers(crm).list({ orderBy: [{ person: { lastName: 'ASC' } }] });
}

export async function inputs(crm: Crm): Promise<void> {
  // @ts-expect-error -- a filter that contacts do not have
  await contacts(crm).list({ filter: { firstNam: { eq: 'Ada' } } });
  // @ts-expect-error -- an order by a field that deals do not have
  await deals(crm).list({ orderBy: [{ amuont: 'ASC' }] });
  // @ts-expect-error -- a filter two relations away
  await deals(crm).list({ filter: { account: { owner: { emial: { eq: 'a' } } } } });
  // @ts-expect-error -- a filter on the records of a list
  await accounts(crm).list({ filter: { deals: { some: { amuont: { gte: 1 } } } } });
  // @ts-expect-error -- an operator that numbers do not have
  await deals(crm).list({ filter: { amount: { contains: '1' } } });
  // @ts-expect-error -- a key is no condition on a stage
  await deals(crm).list({ filter: { stage: 'QUALIFICATION' } });
  // @ts-expect-error -- nor is a number one on a user
  deals(crm).iterate({ filter: { owner: 5 } });
  // @ts-expect-error -- also not within a relation
  await accounts(crm).list({ filter: { deals: { some: { stage: 'QUALIFICATION' } } } });
  // @ts-expect-error -- an order is no text
  await deals(crm).list({ orderBy: [{ stage: 'ASC' }] });
  // @ts-expect-error -- a value that the program's own enums do not have
  await deals(crm).list({ filter: { stage: { category: { eq: 'HALF_WON' } } } });
  // @ts-expect-error -- the name is needed
  await accounts(crm).create({});
  // @ts-expect-error -- a field that accounts do not have
  await accounts(crm).create({ accountName: 'A', acountNumber: '1' });
  // @ts-expect-error -- the server sets it
  await accounts(crm).update('account_1', { createdAt: '2027-01-01T00:00:00Z' });
  // @ts-expect-error -- a number is no text
  await leads(crm).create({ lastName: 1815 });
  // @ts-expect-error -- ABORT or CONTINUE
  await accounts(crm).createMany([], { onError: 'IGNORE' });
  // @ts-expect-error -- profiles come with the server
  await profiles(crm).create({ name: 'A' });
  // @ts-expect-error -- users are invited
  await users(crm).create({ lastName: 'A' });
  // @ts-expect-error -- users can not be tried out
  await users(crm).update('user_1', { lastName: 'A' }, { dryRun: true });
  // @ts-expect-error -- suspend whom?
  await suspendUser(crm);
}
