import { aCampaign, type CampaignParts } from './factories.fundraising.js';
import { startApp, type GraphqlAnswer, type StartOptions, type TestApp } from './app.js';

export class Finance {
  constructor(
    readonly app: TestApp,
    readonly campaign: { id: string; slug: string; chapterId: string | null },
    readonly person: { accountId: string; email: string; cookie: string },
  ) {}

  static async at(now: Date, options: StartOptions & { campaign?: CampaignParts } = {}): Promise<Finance> {
    const app = await startApp(options);
    app.clock.set(now);
    return Finance.of(app, options.campaign);
  }

  static async of(app: TestApp, parts: CampaignParts = {}): Promise<Finance> {
    const campaign = await aCampaign(app.db, { now: app.clock.now(), ...parts });
    const person = await app.signedIn({ role: 'finance', chapterId: campaign.chapterId });
    return new Finance(app, campaign, person);
  }

  asks<T = unknown>(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<Record<string, T>>> {
    return this.app.graphql(query, variables, { cookie: this.person.cookie });
  }

  async does<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.asks<T>(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0]!;
  }

  async refusal(query: string, variables: Record<string, unknown> = {}): Promise<string | null> {
    return (await this.asks(query, variables)).errors?.[0]?.extensions.code ?? null;
  }

  async faults(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
    return (await this.asks(query, variables)).errors?.[0]?.extensions.details?.['fields'];
  }
}

export function usd(amount: number): { amountMinor: number; currency: string } {
  return { amountMinor: Math.round(amount * 100), currency: 'USD' };
}
