import { SecurityEvents } from '@upstander/identity';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from './app.js';
import { openRedirect, TestProvider, type ProviderAnswer } from './identity-provider.js';
import { minutes } from './movable-clock.js';
import { anAccount } from './people.js';
import { aVisitor, type Visitor } from './visitors.js';

/** An app whose staff sign in with a test provider. */
export class SingleSignOnApp {
  private tests = 0;

  private constructor(
    readonly app: TestApp,
    readonly provider: TestProvider,
  ) {}

  static async start(config: Record<string, string> = {}): Promise<SingleSignOnApp> {
    const provider = await TestProvider.start({ redirectUris: ['http://127.0.0.1/sso/callback'] });
    const app = await startApp({ config: { TRUST_PROXY: 'true', ...provider.settings, ...config } });
    return new SingleSignOnApp(app, provider);
  }

  /** Another app with the same provider and database. */
  startAnother(config: Record<string, string> = {}): Promise<TestApp> {
    return startApp({
      database: this.app.database,
      config: { TRUST_PROXY: 'true', ...this.provider.settings, ...config },
    });
  }

  /** For each test. Failures are counted by minute, with the detail of the first one. */
  reset(): void {
    this.app.clock.set(new Date(Date.now() + minutes(this.tests++ * 11)));
    this.provider.answer = {};
    this.provider.metadata = {};
    this.provider.outage = null;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.provider.close();
  }

  begin(visitor: Visitor, on = this.app): Promise<URL> {
    return openRedirect(on, visitor, '/sso?to=/events');
  }

  complete(visitor: Visitor, back: URL, on = this.app): Promise<URL> {
    return openRedirect(on, visitor, back.pathname + back.search);
  }

  async signIn(answer: ProviderAnswer, visitor = aVisitor(this.app), on = this.app) {
    this.provider.answer = answer;
    const to = await this.complete(visitor, this.provider.authorize(await this.begin(visitor, on)), on);
    const { searchParams } = to;
    return { visitor, path: to.pathname, step: searchParams.get('step'), failure: searchParams.get('sso'), to };
  }

  /** Kinds and details of the account's security events. */
  async eventsOf(email: string): Promise<string[]> {
    await this.app.nest.get(SecurityEvents, { strict: false }).flush();
    const events = await this.app.db.query<{ text: string }>(
      `SELECT concat_ws(' ', e.kind, e.detail) AS text FROM identity.security_event e
         JOIN identity.account a ON a.id = e.account_id WHERE a.email = $1 ORDER BY e.id`,
      [email],
    );
    return events.map(({ text }) => text);
  }

  async lastFailure(): Promise<{ detail: string; network: string | null } | undefined> {
    await this.app.nest.get(SecurityEvents, { strict: false }).flush();
    const [event] = await this.app.db.query<{ detail: string; network: string | null }>(
      `SELECT detail, network FROM identity.security_event WHERE kind = 'sign-in-failed' ORDER BY id DESC LIMIT 1`,
    );
    return event;
  }
}

/** A user with a verified address. */
export const providerUser = (email: string, claims: Record<string, unknown> = {}): ProviderAnswer => ({
  claims: { sub: `sub of ${email}`, email, email_verified: true, name: 'Ana Reyes', ...claims },
});

export const newEmail = () => `${randomUUID()}@example.org`;

export const anOrganizer = (app: TestApp, email = newEmail()) => anAccount(app.db, { email, role: 'organizer' });

export const canWork = async (visitor: Visitor) =>
  refusal(await visitor.ask('{ manageEvents { totalCount } }')) === null;
