import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { aGiftInput, startDonation, type Started } from '../support/giving.js';
import { startStripe, type SandboxHandle } from '@upstander/stripe-sandbox';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { safeContact } from '../support/advocacy.js';
import { anAccount } from '../support/people.js';
import { ask } from '../support/visitors.js';
import { aFreePort } from '../support/free-port.js';
import { startAppProcess, type AppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';
import { buildRelease, releaseBefore, type ReleaseTree } from './support/release-tree.js';

jest.setTimeout(900_000);

/**
 * Checks what a rolling release and a rollback without restore depend on: programs of the previous release work
 * unchanged on a database migrated by this one.
 */
describe('programs of the previous release on the newest tables', () => {
  const ends: Array<() => unknown> = [];
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  test('are ready, and handle sign-in, sign-ups, gifts, requests, pages and emails', async () => {
    const commit = await releaseBefore();
    const began = Date.now();
    const release = await buildRelease(commit);
    ends.push(() => release.remove());
    const built = Date.now();
    const { api, app, stripe, mails } = await everythingOf(release);

    const ready = await fetch(`${api}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ status: 'ready' })]);

    const event = await anEvent(app.db, { title: 'Community kitchen' });
    const shift = await aShift(app.db, { eventId: event.id });
    const page = await fetch(`${api}/events/${event.slug}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Community kitchen')]);

    const browser = aBrowser(api);
    const person = { name: 'Ana Reyes', email: 'ana@example.org' };
    const { signUp } = await browser.does<{ signUp: { signup: { status: string } } }>(
      'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status } } }',
      { input: { shiftId: shift.id, ...person } },
    );
    expect(signUp.signup.status).toMatch(/^[A-Z_]+$/);
    await eventually(() => mails.received.some(({ to }) => to === person.email));

    const { slug } = await aCampaign(app.db);
    const input = aGiftInput(slug, { email: 'dana@example.org' });
    const { startDonation: startedGift } = await browser.does<Started>(startDonation, { input });
    expect((await stripe.pay(startedGift.checkoutUrl)).status).toBe('complete');
    expect(await app.db.query('SELECT status FROM fundraising.gift WHERE id = $1', [startedGift.gift.id])).toEqual([
      { status: 'paid' },
    ]);
    await eventually(() => mails.received.some(({ to }) => to === 'dana@example.org'));

    const { requestConsultation } = await browser.does<{ requestConsultation: { replyCode: string } }>(
      'mutation ($input: RequestConsultationInput!) { requestConsultation(input: $input) { replyCode } }',
      { input: { nameToUse: 'Luna', language: 'EN', safeContact } },
    );
    expect(requestConsultation.replyCode.split(' ').length).toBeGreaterThan(3);

    const { email } = await anAccount(app.db, { name: 'Rosa' });
    await browser.does(ask.requestCode, { email });
    const code = () => /\b\d{8}\b/.exec(mails.received.find(({ to }) => to === email)?.source ?? '')?.[0];
    await eventually(() => code() !== undefined);
    await browser.does(ask.signInWithCode, { email, code: code() });
    expect(await browser.does('{ me { email } }')).toEqual({ me: { email } });

    const seconds = (since: number, until = Date.now()) => ((until - since) / 1_000).toFixed(0);
    console.info(
      `Release ${release.version} (${commit.slice(0, 8)}) works on the newest tables: built in ${seconds(began, built)} s, tried in ${seconds(built)} s.`,
    );
  });

  /** Runs the release's own API and worker. The app in this process migrates and creates test data. */
  async function everythingOf({
    folder,
  }: ReleaseTree): Promise<{ api: string; app: TestApp; stripe: SandboxHandle; mails: MailSink }> {
    const stripe = await startStripe();
    ends.push(() => stripe.close());
    const mails = await startMailSink();
    ends.push(() => mails.close());
    const app = await startApp();
    ends.push(() => app.close());
    await byOwner(app, `INSERT INTO public.release (version, migrated_at) VALUES ('${numberToBe}', now())`);
    const port = await aFreePort();
    const url = `http://127.0.0.1:${port}`;
    const { config } = app;
    const settings = {
      ...programSettings,
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: config.DATABASE_URL,
      SEALED_DATABASE_URL: config.SEALED_DATABASE_URL ?? '',
      SEALED_KEYS_URL: config.SEALED_KEYS_URL ?? '',
      SEALED_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      SMTP_URL: mails.url,
      STRIPE_URL: stripe.url,
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    };
    const started: Array<[AppProcess, RegExp]> = [
      [startAppProcess('api', settings, folder), /the api is listening/],
      [startAppProcess('worker', settings, folder), /the worker is ready/],
    ];
    for (const [program, isUp] of started) {
      ends.push(() => program.end('SIGKILL'));
      await program.waitForOutput(isUp);
    }
    stripe.sandbox.registerEndpoint(`${url}/webhooks/stripe`, stripe.webhookSecret);
    return { api: url, app, stripe, mails };
  }
});

/** Unreleased code still has the version number of the previous release. This higher number makes that release the older one. */
const numberToBe = '9999.0.0';

async function byOwner({ database }: TestApp, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function aBrowser(url: string) {
  const jar = new Map<string, string>();
  return {
    async does<Data>(query: string, variables: object = {}): Promise<Data> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) },
        body: JSON.stringify({ query, variables }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        jar.set(name, value);
      }
      const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown[] };
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}
