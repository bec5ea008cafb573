import { SignedIds } from '@upstander/platform';
import { startApp, type GraphqlAnswer, type StartOptions, type TestApp } from './app.js';
import { aChapter } from './factories.js';
import { extendSessions } from './seals.js';

type DeskRole = 'organizer' | 'finance' | 'moderator' | 'admin' | 'second' | 'nobody';

export interface ShownCampaign {
  id: string;
  version: number;
  slug: string;
  title: string;
  status: string;
  reviewNote: string | null;
  acceptsGifts: boolean;
  disbursable: { amountMinor: number };
  history: Array<{ from: string | null; to: string; note: string; actorName: string | null }>;
  [field: string]: unknown;
}

const fields = `id version slug title summary story status language currency goal { amountMinor currency } raised { amountMinor }
  giftCount timeZone startsOn endsOn organizerName organizerEmail bySupporter chapterId chapterName eventIds acceptsGifts
  reviewNote firstGiftAt beneficiary { id kind name maySolicit missing } cover { url width height alt }
  disbursable { amountMinor } waterfall { charged { amountMinor } net { amountMinor } held { amountMinor } }
  history { from to note actorName } pages { id slug status title raised { amountMinor } ownerEmail }
  updates { id status title body authorName recipientCount }`;

const step = (name: string, input = 'CampaignIdInput') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${fields} } }`;

export const campaignOperations = {
  create: step('createCampaign', 'CreateCampaignInput'),
  update: step('updateCampaign', 'UpdateCampaignInput'),
  cover: step('setCampaignCover', 'SetCampaignCoverInput'),
  submit: step('submitCampaign'),
  approve: step('approveCampaign'),
  changes: step('requestCampaignChanges', 'CampaignNoteInput'),
  refuse: step('refuseCampaign', 'CampaignNoteInput'),
  pause: step('pauseCampaign', 'CampaignNoteInput'),
  resume: step('resumeCampaign'),
  end: step('endCampaign'),
  show: `query ($id: ID!) { manageCampaign(id: $id) { ${fields} } }`,
};

/** An app at a fixed time with the staff of one chapter's campaigns. */
export class Desk {
  private constructor(
    readonly app: TestApp,
    readonly chapterId: string,
    private readonly cookies: Readonly<Record<DeskRole, string | undefined>>,
    readonly accounts: Readonly<Record<Exclude<DeskRole, 'nobody'>, { accountId: string; email: string }>>,
  ) {}

  static async at(now: Date, options: StartOptions = {}): Promise<Desk> {
    const app = await startApp(options);
    app.clock.set(now);
    return Desk.of(app);
  }

  /** Adds the same staff to a running app. */
  static async of(app: TestApp): Promise<Desk> {
    const { id } = await aChapter(app.db);
    const organizer = await app.signedIn({ role: 'organizer', chapterId: id, name: 'Rosa Delgado' });
    const finance = await app.signedIn({ role: 'finance', name: 'Fay Lin' });
    const second = await app.signedIn({ role: 'finance', name: 'Sol Ortiz' });
    const moderator = await app.signedIn({ role: 'moderator', chapterId: id, name: 'Mo Hart' });
    const admin = await app.signedIn({ role: 'admin', name: 'Ada Bell' });
    const people = { organizer, finance, second, moderator, admin };
    const cookies = Object.fromEntries(Object.entries(people).map(([role, { cookie }]) => [role, cookie]));
    return new Desk(
      app,
      id,
      { ...(cookies as Record<Exclude<DeskRole, 'nobody'>, string>), nobody: undefined },
      people,
    );
  }

  input(parts: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      chapterId: this.chapterId,
      title: 'Beds for the spring',
      summary: 'Twelve beds in a house that is safe.',
      story: 'A bed is **where it starts**.',
      goal: { amountMinor: 500_000, currency: 'USD' },
      timeZone: 'America/Los_Angeles',
      organizerName: 'Rosa Delgado',
      organizerEmail: 'rosa@example.org',
      ...parts,
    };
  }

  cookie(role: DeskRole): string | undefined {
    return this.cookies[role];
  }

  asks<T = ShownCampaign>(
    role: DeskRole,
    query: string,
    variables: object = {},
  ): Promise<GraphqlAnswer<Record<string, T>>> {
    return this.app.graphql(query, variables as Record<string, unknown>, { cookie: this.cookies[role] });
  }

  async does<T = ShownCampaign>(role: DeskRole, query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.asks<T>(role, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0]!;
  }

  async refusal(role: DeskRole, query: string, variables: object = {}): Promise<string | null> {
    return (await this.asks(role, query, variables)).errors?.[0]?.extensions.code ?? null;
  }

  /** Returns input errors by field. */
  async faults(role: DeskRole, query: string, variables: object = {}): Promise<unknown> {
    return (await this.asks(role, query, variables)).errors?.[0]?.extensions.details?.['fields'];
  }

  draft(parts: Record<string, unknown> = {}): Promise<ShownCampaign> {
    return this.does('organizer', campaignOperations.create, { input: this.input(parts) });
  }

  async live(parts: Record<string, unknown> = {}): Promise<ShownCampaign> {
    const { id } = await this.draft(parts);
    await this.does('organizer', campaignOperations.submit, { input: { id } });
    return this.does('moderator', campaignOperations.approve, { input: { id } });
  }

  token(purpose: 'campaign' | 'page', id: string, version = 0): string {
    return this.app.nest.get(SignedIds).sign(purpose, id, version);
  }

  async moveTo(at: Date | string): Promise<void> {
    this.app.clock.set(at);
    await extendSessions(this.app.db, this.app.clock.now(), 365);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
