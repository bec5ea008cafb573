import { SignedIds } from '@upstander/platform';
import { startApp, type GraphqlAnswer, type StartOptions, type TestApp } from './app.js';
import { aMember, aVettedBusiness, opportunityInput } from './opportunities.js';
import { extendSessions } from './seals.js';

type DeskRole = 'owner' | 'editor' | 'stranger' | 'moderator' | 'second' | 'nobody';

export interface ShownOpportunity {
  id: string;
  slug: string;
  status: string;
  statusReason: string;
  version: number;
  isShown: boolean;
  isPublic: boolean;
  mayRenew: boolean;
  renewalNeedsReview: boolean;
  publishedAt: string | null;
  expiresAt: string | null;
  flags: Array<{ rule: string; field: string; excerpt: string }>;
  [field: string]: unknown;
}

const fields = `id slug kind title description status statusReason version isShown isPublic wantsPublic mayRenew
  renewalNeedsReview submittedAt publishedAt expiresAt flags { rule field excerpt }
  pay { min { amountMinor currency } max { amountMinor } unit } place remote schedule languages`;
const managed = `${fields} businessId businessName businessStatus harmTags staffAllowsPublic renewals approvedBy mayApprove
  cannotApproveBecause changes { field before after } history { kind fromStatus toStatus actorName note }`;

const byMember = (name: string, input = 'OpportunityIdInput') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${fields} } }`;
const byStaff = (name: string, input = 'OpportunityReasonInput') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${managed} } }`;

export const opportunityActs = {
  post: byMember('postOpportunity', 'PostOpportunityInput'),
  update: byMember('updateOpportunity', 'UpdateOpportunityInput'),
  submit: byMember('submitOpportunity'),
  renew: byMember('renewOpportunity'),
  fill: byMember('fillOpportunity'),
  withdraw: byMember('withdrawOpportunity'),
  show: `query ($id: ID!) { myOpportunity(id: $id) { ${fields} } }`,
  all: `query ($businessId: ID!) { myOpportunities(businessId: $businessId) { ${fields} } }`,
  byToken: `query ($token: String!) { opportunityByToken(token: $token) { ${fields} } }`,
  renewByToken: byMember('renewByToken', 'OpportunityTokenInput'),
  fillByToken: byMember('fillByToken', 'OpportunityTokenInput'),
  read: `query ($id: ID!) { manageOpportunity(id: $id) { ${managed} } }`,
  approve: byStaff('approveOpportunity', 'ApproveOpportunityInput'),
  changes: byStaff('requestOpportunityChanges'),
  refuse: byStaff('refuseOpportunity'),
  takeDown: byStaff('takeDownOpportunity'),
  tag: byStaff('tagOpportunity', 'TagOpportunityInput'),
};

/** An app at a fixed time with a business, its members, a member of another business, and staff. */
export class OpportunityDesk {
  private constructor(
    readonly app: TestApp,
    readonly businessId: string,
    readonly otherBusinessId: string,
    readonly people: Readonly<
      Record<Exclude<DeskRole, 'nobody'>, { accountId: string; email: string; cookie: string }>
    >,
  ) {}

  static async at(now: Date, options: StartOptions = {}): Promise<OpportunityDesk> {
    const app = await startApp(options);
    app.clock.set(now);
    const owner = await app.signedIn({ name: 'Ines Soto' });
    const editor = await app.signedIn({ name: 'Ed Ruiz', locale: 'es' });
    const stranger = await app.signedIn({ name: 'Stan Gray' });
    const moderator = await app.signedIn({ role: 'moderator', name: 'Mo Hart' });
    const second = await app.signedIn({ role: 'moderator', name: 'Sol Ortiz' });
    const { id } = await aVettedBusiness(app.db, { members: [owner.accountId] });
    await aMember(app.db, id, editor.accountId, { role: 'editor' });
    const other = await aVettedBusiness(app.db, { name: 'Gray Laundry', members: [stranger.accountId] });
    return new OpportunityDesk(app, id, other.id, { owner, editor, stranger, moderator, second });
  }

  asks<T = ShownOpportunity>(
    role: DeskRole,
    query: string,
    variables: object = {},
  ): Promise<GraphqlAnswer<Record<string, T>>> {
    const cookie = role === 'nobody' ? undefined : this.people[role].cookie;
    return this.app.graphql(query, variables as Record<string, unknown>, { cookie });
  }

  async does<T = ShownOpportunity>(role: DeskRole, query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.asks<T>(role, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0]!;
  }

  async refusal(role: DeskRole, query: string, variables: object = {}): Promise<string | null> {
    return (await this.asks(role, query, variables)).errors?.[0]?.extensions.code ?? null;
  }

  async faults(role: DeskRole, query: string, variables: object = {}): Promise<unknown> {
    return (await this.asks(role, query, variables)).errors?.[0]?.extensions.details?.['fields'];
  }

  post(parts: Record<string, unknown> = {}, asDraft = false): Promise<ShownOpportunity> {
    const input = { businessId: this.businessId, opportunity: opportunityInput(parts), asDraft };
    return this.does('owner', opportunityActs.post, { input });
  }

  approve(opportunity: { id: string; version: number }, extra: object = {}): Promise<ShownOpportunity> {
    const input = { id: opportunity.id, version: opportunity.version, harmTags: [], isPublic: false, ...extra };
    return this.does('moderator', opportunityActs.approve, { input });
  }

  async live(parts: Record<string, unknown> = {}, extra: object = {}): Promise<ShownOpportunity> {
    return this.approve(await this.post(parts), extra);
  }

  async listOnSite(filter: object = {}): Promise<string[]> {
    const { edges, totalCount } = await this.does<{ edges: Array<{ node: { title: string } }>; totalCount: number }>(
      'nobody',
      `query ($filter: OpportunityFilter) {
        opportunities(filter: $filter, first: 100) { edges { node { title } } totalCount }
      }`,
      { filter },
    );
    // The count and the list use different queries that must match.
    if (edges.length < 100) expect(totalCount).toBe(edges.length);
    return edges.map(({ node }) => node.title);
  }

  async token(id: string): Promise<string> {
    const [row] = await this.app.db.query<{ version: number }>(
      'SELECT token_version AS version FROM opportunities.opportunity WHERE id = $1',
      [id],
    );
    return this.app.nest.get(SignedIds).sign('opportunity', id, row!.version);
  }

  async moveTo(at: Date | string): Promise<void> {
    this.app.clock.set(at);
    await extendSessions(this.app.db, this.app.clock.now(), 365);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
