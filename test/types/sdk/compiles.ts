/** What must compile, and to what: `is` refuses a value of any other type. */
import {
  accounts,
  campaignMembers,
  campaigns,
  contacts,
  createClient,
  createSession,
  deals,
  inviteUser,
  isCrmError,
  leads,
  picklist,
  productLinks,
  reorderPipelines,
  users,
  viewer,
  type Account,
  type CampaignMemberStatus,
  type Crm,
  type Deal,
  type ErrorCode,
  type ErrorDetails,
  type LeadStatus,
  type RowError,
} from '../../../sdk/src/index.js';

type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Plain<Type> = Type extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : Type extends object
    ? { readonly [Name in keyof Type]: Plain<Type[Name]> }
    : Type;
declare function is<Wanted>(): <Given>(value: Given, ...isSame: IsSame<Plain<Given>, Plain<Wanted>> extends true ? [] : [never]) => void;

export async function selections(crm: Crm): Promise<void> {
  is<Account | null>()(await accounts(crm).get('account_1'));

  const contact = await contacts(crm).get('contact_1', {
    select: {
      firstName: true,
      account: { accountName: true, owner: { email: true } },
      deals: {
        args: { first: 3, filter: { stage: { category: { eq: 'OPEN' } } } },
        nodes: { dealName: true, amount: true },
        totalCount: true,
      },
    },
  });
  is<{
    readonly firstName: string | null;
    readonly account: { readonly accountName: string | null; readonly owner: { readonly email: string | null } | null } | null;
    readonly deals: {
      readonly nodes: readonly { readonly dealName: string | null; readonly amount: string | null }[];
      readonly totalCount: number;
    } | null;
  } | null>()(contact);

  const page = await deals(crm).list({ filter: { stage: { key: { eq: 'QUALIFICATION' } } }, orderBy: [{ amount: 'DESC_NULLS_LAST' }] });
  is<readonly Deal[]>()(page.nodes);
  is<string | null>()(page.endCursor);
  is<number>()((await deals(crm).list({ totalCount: true, select: { id: true } })).totalCount);

  for await (const deal of deals(crm).iterate({ filter: { amount: { gte: 10_000 } }, select: { id: true } })) is<{ id: string }>()(deal);
  is<{ id: string }[]>()([
    ...(await deals(crm)
      .iterate({ select: { id: true } })
      .toArray({ limit: 5 })),
  ]);

  const figures = await deals(crm).aggregate({ filter: { amount: { gte: '1' } }, select: { count: true, sum: { amount: true } } });
  is<{ readonly count: number; readonly sum: { readonly amount: string | null } }>()(figures);
  const groups = await deals(crm).groups({
    by: [{ field: 'STAGE' }],
    select: { key: { stage: { label: true } }, aggregate: { count: true } },
  });
  is<readonly { key: { stage: { label: string | null } | null }; aggregate: { count: number } }[]>()(groups);

  // A selection may be kept, and a part of it may depend.
  const card = { id: true, dealName: true } as const;
  is<{ id: string; dealName: string | null } | null>()(await deals(crm).get('deal_1', { select: card }));
}

export async function references(crm: Crm): Promise<void> {
  const member = await campaignMembers(crm).get('campaignmember_1', {
    select: {
      memberStatus: true,
      person: { id: true, displayName: true, on: { Lead: { company: true }, Contact: { account: { accountName: true } } } },
    },
  });
  type Lead = { readonly __typename: 'Lead'; readonly id: string; readonly displayName: string | null; readonly company: string | null };
  type Contact = {
    readonly __typename: 'Contact';
    readonly id: string;
    readonly displayName: string | null;
    readonly account: { readonly accountName: string | null } | null;
  };
  is<{ readonly memberStatus: CampaignMemberStatus | null; readonly person: Lead | Contact | null } | null>()(member);
  if (member?.person?.__typename === 'Lead') is<string | null>()(member.person.company);
  else if (member?.person) is<string | null | undefined>()(member.person.account?.accountName);
  const company = (person: NonNullable<NonNullable<typeof member>['person']>) => {
    switch (person.__typename) {
      case 'Lead':
        return person.company;
      case 'Contact':
        return person.account?.accountName;
    }
  };
  is<string | null | undefined>()(company(member!.person!));

  // Without `on` there is one type; the others of a partial `on` stand together.
  is<
    | { readonly nodes: readonly { readonly person: { readonly owner: { readonly email: string | null } | null } | null }[] }
    | null
    | undefined
  >()((await campaigns(crm).get('campaign_1', { select: { members: { nodes: { person: { owner: { email: true } } } } } }))?.members);
  const { nodes } = await productLinks(crm).list({
    filter: { record: { deal: { amount: { gte: 1 } } }, recordId: { notEq: 'deal_1' } },
    select: { record: { displayName: true, on: { Deal: { amount: true, displayName: true, contactRoles: { totalCount: true } } } } },
  });
  is<
    readonly {
      readonly record:
        | {
            readonly __typename: 'Deal';
            readonly displayName: string | null;
            readonly amount: string | null;
            readonly contactRoles: { readonly totalCount: number } | null;
          }
        | { readonly __typename: 'Account' | 'Contact' | 'Lead' | 'Vendor'; readonly displayName: string | null }
        | null;
    }[]
  >()(nodes);
  const typed = await campaignMembers(crm).get('campaignmember_1', { select: { person: { __typename: true } } });
  is<{ readonly person: { readonly __typename: 'Lead' | 'Contact' } | null } | null>()(typed);

  await campaignMembers(crm).list({
    filter: { person: { lead: { company: { eq: 'X' } } }, campaign: { campaignName: { contains: 'Spring' } } },
  });
  await campaigns(crm).list({ filter: { members: { some: { person: { module: { eq: 'LEAD' } } } } } });
  const groups = await campaignMembers(crm).groups({
    by: [{ field: 'PERSON' }],
    having: { countDistinct: { personId: { gte: 1 } } },
    orderBy: [{ countDistinct: { personId: 'DESC' } }],
    select: { key: { personId: true, person: { on: { Lead: { id: true } } } }, aggregate: { countDistinct: { personId: true } } },
  });
  is<
    readonly {
      readonly key: {
        readonly personId: string | null;
        readonly person: { readonly __typename: 'Lead'; readonly id: string } | { readonly __typename: 'Contact' } | null;
      };
      readonly aggregate: { readonly countDistinct: { readonly personId: number | null } };
    }[]
  >()(groups);
  const made = await campaignMembers(crm).create(
    { campaignId: 'campaign_1', personId: 'lead_1' },
    { select: { person: { on: { Lead: { company: true } } } } },
  );
  if (made.person?.__typename === 'Lead') is<string | null>()(made.person.company);
}

export async function writes(crm: Crm): Promise<void> {
  is<Account>()(
    await accounts(crm).create({ accountName: 'Noorderlicht', annualRevenue: 1_250_000, contacts: { create: [{ lastName: 'Janssen' }] } }),
  );
  is<{ version: number }>()(await accounts(crm).update('account_1', { phone: null }, { expectedVersion: 3, select: { version: true } }));
  const bulk = await accounts(crm).createMany([{ accountName: 'A' }], { onError: 'CONTINUE', select: { id: true } });
  is<readonly { index: number; record: { id: string } | null; error: RowError | null }[]>()(bulk.results);
  await accounts(crm).deleteMany(['account_1', { id: 'account_2', expectedVersion: 2 }]);
  await accounts(crm).restore('account_1');
  const upserted = await accounts(crm).upsert(
    { accountName: 'A', externalIds: { erp: '1', old: null } },
    { by: { externalId: 'erp' }, select: { externalIds: true } },
  );
  is<{ externalIds: Readonly<Record<string, string>> | null }>()(upserted.record);
  await users(crm).update('user_1', { lastName: 'De Wit' });
  is<string | null>()(
    (await inviteUser(crm, { firstName: 'Bram', lastName: 'de Wit', email: 'b@example.com', roleId: 'role_1', profileId: 'profile_1' }))
      .url,
  );
  is<readonly { name: string | null }[]>()(await reorderPipelines(crm, { ids: ['pipeline_1'], select: { name: true } }));
}

export async function codes(crm: Crm): Promise<void> {
  const status: LeadStatus = 'NOT_CONTACTED';
  // An organisation has values of its own, and the server may know more than we do.
  const own: LeadStatus = 'CALLED_TWICE';
  await leads(crm).create({ lastName: 'Lovelace', leadStatus: status });
  await leads(crm).create({ lastName: 'Lovelace', leadStatus: own });
  const stage = await deals(crm).get('deal_1', { select: { stage: { category: true } } });
  if (stage?.stage?.category === 'SOMETHING_NEW') return;
  is<string | null | undefined>()((await picklist(crm, { name: 'Industry' }))?.values?.[0]?.label);
  is<boolean | null | undefined>()((await viewer(crm))?.isAdministrator);
}

export async function errors(crm: Crm): Promise<void> {
  try {
    await crm.request('{ viewer { isAdministrator } }');
  } catch (error) {
    if (isCrmError(error, 'CONFLICT')) is<number>()(error.details.currentVersion);
    else if (isCrmError(error, 'VALIDATION_FAILED')) is<string | undefined>()(error.details.fields[0]?.inputPath);
    else if (isCrmError(error, 'NO_ANSWER')) is<number | undefined>()(error.status);
    else if (isCrmError(error, 'A_CODE_OF_TOMORROW')) is<unknown>()(error.details['anything']);
    else if (isCrmError(error)) is<boolean>()(error.code === 'TOO_MANY_REQUESTS');
  }
}

// Details are told of codes that the catalogue has.
export const detailed = (code: keyof ErrorDetails): ErrorCode => code;

export function clients(): Crm[] {
  const session = createSession({ url: 'https://crm.example.com/graphql', onTokens: async () => {} });
  return [
    createClient({ url: 'https://crm.example.com/graphql', auth: 'key' }),
    createClient({ url: new URL('https://crm.example.com/graphql'), auth: session.auth }),
    createClient({ url: 'https://crm.example.com/graphql', auth: (reason) => (reason === 'expired' ? 'new' : 'old') }),
  ];
}
