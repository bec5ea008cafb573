import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { startApp, type TestApp } from '../support/app.js';
import { appAtOrigin, requestAs, type Sent } from '../support/host-names.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { minutes } from '../support/movable-clock.js';
import { anAccount } from '../support/people.js';
import {
  ask,
  aVisitor,
  codeByMail,
  authenticatorCode,
  password,
  withPassword,
  type Visitor,
} from '../support/visitors.js';

const site = 'http://volunteer.example.org';
const admin = 'http://admin.volunteer.example.org';

/** The admin has a host name of its own: what is issued or served on one host is worth nothing on the other. */
let app: TestApp;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({
    config: { PUBLIC_URL: site, ADMIN_URL: admin, TRUST_PROXY: 'true', SMTP_URL: sink.url, GRAPHQL_EXPLORER: 'true' },
  });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(async () => {
  await app.close();
  await sink.close();
});

const request = (url: string, options?: Sent) => requestAs(app, url, options);
const at = (origin: string) => appAtOrigin(app, origin);

const code = (answer: { errors?: Array<{ extensions: { code: string } }> }) => answer.errors?.[0]?.extensions.code;

/** Email address of a session's owner; null if the session isn't valid at this origin. */
async function whoIs(origin: string, cookie: string | undefined): Promise<string | null> {
  const { data } = await at(origin).graphql<{ me: { email: string } | null }>(
    '{ me { email } }',
    {},
    { cookie: cookie! },
  );
  return data.me?.email ?? null;
}

const staffOperation = '{ accounts { edges { node { email } } } }';
const asStaff = (origin: string, cookie: string | undefined) =>
  at(origin).graphql(staffOperation, {}, { cookie: cookie! });

async function anAdmin(): Promise<{ visitor: Visitor; email: string; secret: string }> {
  const visitor = aVisitor(at(admin));
  const { email } = await withPassword(app, { role: 'admin' });
  await visitor.ask(ask.signIn, { email, password });
  const begun = await visitor.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup);
  const { secret } = begun.data.beginSecondStepSetup;
  await visitor.ask(ask.finishSetup, { code: await authenticatorCode(app, secret) });
  app.clock.advance(minutes(1));
  return { visitor, email, secret };
}

/** Returns what the account still needs. */
async function signInOnSite(email: string): Promise<{ visitor: Visitor; state: string }> {
  const visitor = aVisitor(at(site));
  await visitor.ask(ask.requestCode, { email });
  const answer = await visitor.ask<{ signInWithCode: { state: string } }>(ask.signInWithCode, {
    email,
    code: await codeByMail(app, email),
  });
  return { visitor, state: answer.data.signInWithCode.state };
}

describe('each application answers only on its own host', () => {
  test.each([
    [`${admin}/`, `${admin}/admin`],
    [`${admin}/events?view=past`, `${site}/events?view=past`],
    [`${admin}/robots.txt`, `${site}/robots.txt`],
    [`${site}/admin`, `${admin}/admin`],
    [`${site}/admin/people?text=ana`, `${admin}/admin/people?text=ana`],
    [`${site}/%61dmin/people`, `${admin}/%61dmin/people`],
  ])('GET %s leads to %s', async (from, to) => {
    const { status, headers } = await request(from);
    expect([status, headers.location]).toEqual([302, to]);
  });

  test.each([
    [`${site}/events`, 200],
    [`${site}/administration`, 404],
    [`${admin}/livez`, 200],
    [`${admin}/.well-known/security.txt`, 200],
    [`${site}/dev/graphql`, 200],
    [`${admin}/dev/graphql`, 200],
    [`${admin}/exports/nothing-of-ours`, 404],
    ['http://other.example.org/events', 421],
  ])('GET %s answers %d', async (url, expected) => {
    const { status, body } = await request(url);
    expect(status).toBe(expected);
    if (url.startsWith(admin)) expect(body).not.toContain('class="exit"');
  });

  test('refuses what is sent to the wrong host, because a redirect would lose it', async () => {
    const posts = [`${admin}/webhooks/stripe`, `${admin}/sign-in`, `${site}/admin/sign-in`];
    for (const url of posts) expect((await request(url, { method: 'POST' })).status).toBe(404);
  });

  test('exchanges a personal link for a cookie on the site alone', async () => {
    const path = `/s/${app.nest.get(SignedIds).sign('signup', randomUUID(), 0)}`;
    const onAdmin = await request(admin + path);
    expect([onAdmin.headers.location, onAdmin.headers['set-cookie']]).toEqual([site + path, undefined]);
    expect((await request(site + path)).headers['set-cookie']).toHaveLength(1);
  });
});

describe('sessions', () => {
  test('of the admin sign no one in on the site', async () => {
    const { visitor, email } = await anAdmin();
    expect(await whoIs(admin, visitor.cookie)).toBe(email);
    expect((await asStaff(admin, visitor.cookie)).errors).toBeUndefined();
    expect(await whoIs(site, visitor.cookie)).toBeNull();
    // Renamed for the site, the token is another one.
    expect(await whoIs(site, visitor.cookie!.replace('=admin.', '='))).toBeNull();
  });

  test('of the site sign no one in on the admin', async () => {
    const { visitor } = await signInOnSite('val@example.org');
    expect(await whoIs(site, visitor.cookie)).toBe('val@example.org');
    expect(await whoIs(admin, visitor.cookie)).toBeNull();
    expect(await whoIs(admin, visitor.cookie!.replace('session=', 'session=admin.'))).toBeNull();
  });

  test('of staff on the site have no staff role, with and without an authenticator app', async () => {
    const { email } = await anAccount(app.db, { role: 'organizer' });
    const without = await signInOnSite(email);
    expect(without.state).toBe('SIGNED_IN');
    expect(code(await asStaff(site, without.visitor.cookie))).toBe('NOT_ALLOWED');

    const { email: adminEmail, secret } = await anAdmin();
    const { visitor, state } = await signInOnSite(adminEmail);
    expect(state).toBe('SECOND_STEP_NEEDED');
    expect(await whoIs(site, visitor.cookie)).toBeNull();
    await visitor.ask(ask.secondStep, { code: await authenticatorCode(app, secret) });
    expect(await whoIs(site, visitor.cookie)).toBe(adminEmail);
    expect(code(await asStaff(site, visitor.cookie))).toBe('NOT_ALLOWED');
  });

  test('from before the admin had its host keep working on the site, without staff roles', async () => {
    const { cookie, email } = await app.signedIn({ role: 'admin' });
    expect(await whoIs(site, cookie)).toBe(email);
    expect(code(await asStaff(site, cookie))).toBe('NOT_ALLOWED');
    expect(code(await asStaff(admin, cookie))).toBe('NOT_SIGNED_IN');
  });

  test('stay on their host when they get a new token', async () => {
    const { visitor, secret } = await anAdmin();
    await visitor.ask(ask.proveSecondStep, { code: await authenticatorCode(app, secret) });
    expect((await asStaff(admin, visitor.cookie)).errors).toBeUndefined();
    expect(await whoIs(site, visitor.cookie)).toBeNull();
  });
});

test('a page of one application cannot send anything to the other', async () => {
  const { visitor } = await anAdmin();
  const post = (origin: string, from: string) =>
    at(origin).graphql('mutation { signOut { ok } }', {}, { headers: { cookie: visitor.cookie!, origin: from } });
  expect((await post(admin, site)).status).toBe(403);
  expect((await post(site, admin)).status).toBe(403);
  expect((await post(admin, admin)).status).toBe(200);
});

test('emails and links for staff lead to the admin, those for everyone else to the site', async () => {
  const { visitor } = await anAdmin();
  const create = 'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }';
  for (const [email, role] of [
    ['olga@example.org', 'ORGANIZER'],
    ['vera@example.org', 'VOLUNTEER'],
  ] as const) {
    const answer = await visitor.ask(create, { input: { email, name: 'Sam', role } });
    expect(answer.errors).toBeUndefined();
  }
  await app.runJob('make-sign-in-mails');
  await app.runJob('deliver-due-mail');
  const linkTo = async (email: string) => {
    const mail = sink.received.find(({ to }) => to === email);
    return (await simpleParser(mail?.source ?? '')).text;
  };
  expect(await linkTo('olga@example.org')).toContain(`${admin}/admin/sign-in?step=code`);
  expect(await linkTo('vera@example.org')).toContain(`${site}/sign-in`);
  expect(app.config.adminUrl).toBe(admin);
});

test('no link to the admin begins with the address of the site', () => {
  const root = join(__dirname, '../../libs');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^[^/]+\/src\/.*(?<!\.spec)\.tsx?$/.test(path),
  );
  expect(sources.length).toBeGreaterThan(500);
  const wrong = sources.filter((path) => /PUBLIC_URL\}\/admin/.test(readFileSync(join(root, path), 'utf8')));
  expect(wrong).toEqual([]);
});
