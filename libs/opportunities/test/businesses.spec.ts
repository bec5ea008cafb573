import {
  callBusinessMutation,
  actAsStaff,
  myBusiness,
  registration,
  type OwnBusiness,
  type Caller,
} from '@upstander/tests/support/business-operations.js';
import { aBusiness } from '@upstander/tests/support/businesses.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
afterAll(() => app.close());

/** A new address for each visitor, because the limit per address has its own test. */
let visitors = 0;
const otherNetwork = () => ({ 'x-forwarded-for': `2001:db8:${(visitors++).toString(16)}::1` });
const register = (who: Caller, more: Record<string, unknown> = {}) =>
  callBusinessMutation(app, { headers: otherNetwork(), ...who }, 'registerBusiness', registration(more));

describe('registering a business', () => {
  test('makes the actor its owner, queues it for review, and sends an email', async () => {
    const olga = await app.signedIn({ name: 'Olga Owner' });
    const { it, code } = await register(olga, { website: 'www.Larkfield-Bakery.example/about#team' });
    expect(code).toBeNull();
    expect(it).toMatchObject({
      status: 'SUBMITTED',
      country: 'US',
      website: 'https://www.larkfield-bakery.example/about',
      supervisorPhone: '+13105550123',
      myRole: 'OWNER',
      mayPost: false,
      mayResubmit: false,
      approvedUntil: null,
      approvalsGiven: 0,
      completedEvidence: [],
      domainVerification: { domain: 'larkfield-bakery.example', state: 'NONE', sentTo: null },
      members: [{ accountId: olga.accountId, name: 'Olga Owner', email: olga.email, role: 'OWNER', frozen: false }],
      history: [{ kind: 'registered', fromStatus: null, toStatus: 'SUBMITTED', note: '' }],
    });
    const [mail] = await renderPendingEmails(app, { recipient: olga.email });
    expect(mail).toMatchObject({
      template: 'business-registered',
      subject: `We received your registration: ${it.legalName}`,
    });
    expect(mail!.text).toContain(`/business/${it.id}`);
  });

  test("adds the business role to the account's other roles", async () => {
    const olga = await app.signedIn({ role: 'volunteer' });
    await register(olga);
    await register(olga);
    const grants = await app.db.query<{ role: string }>(
      'SELECT role FROM identity."grant" WHERE account_id = $1 ORDER BY role',
      [olga.accountId],
    );
    expect(grants.map(({ role }) => role)).toEqual(['business', 'volunteer']);
  });

  test('sends the email in Spanish to a Spanish speaker', async () => {
    const olga = await app.signedIn({ name: 'Olga', locale: 'es' });
    const { it } = await register(olga);
    const [mail] = await renderPendingEmails(app, { recipient: olga.email });
    expect(mail!.subject).toBe(`Recibimos tu registro: ${it.legalName}`);
    expect(mail!.text).toContain(`/business/${it.id}?lang=es`);
  });

  test('requires an account, because a typed email address proves nothing', async () => {
    expect((await callBusinessMutation(app, {}, 'registerBusiness', registration())).code).toBe('NOT_SIGNED_IN');
  });
});

describe('validation', () => {
  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['a missing name', { legalName: '  ' }, { legalName: 'required' }],
    ['a name with a web address', { legalName: 'Visit www.cash.example' }, { legalName: 'not-a-name' }],
    ['a name that is too long', { legalName: 'x'.repeat(201) }, { legalName: 'too-long' }],
    ['half a character', { city: 'Los \ud83c' }, { city: 'not-text' }],
    ['invisible characters', { legalName: 'Lark\u200bfield' }, { legalName: 'not-text' }],
    ['a direction override', { supervisorName: '\u202eatraM' }, { supervisorName: 'not-text' }],
    ['an offer with hidden words', { offers: 'Bread\u{e0041}' }, { offers: 'not-text' }],
    ['an invalid number', { registrationNumber: '№ 5' }, { registrationNumber: 'not-a-registration-number' }],
    ['a number of two letters', { registrationNumber: 'C-1' }, { registrationNumber: 'not-a-registration-number' }],
    ['an unknown country', { country: 'ZZ' }, { country: 'not-a-country' }],
    ['a foreign postal code', { postalCode: 'SW1A 1AA' }, { postalCode: 'not-a-postal-code' }],
    ['an empty offer', { offers: '\n' }, { offers: 'required' }],
    [
      'all of it wrong',
      { legalName: '', city: '', website: 'x' },
      { legalName: 'required', city: 'required', website: 'not-a-domain' },
    ],
  ])('names the invalid field for %s, and saves nothing', async (_, more, fields) => {
    const olga = await app.signedIn();
    const answer = await register(olga, more);
    expect(answer).toMatchObject({ code: 'BAD_INPUT', fields });
    expect(await app.db.query('SELECT FROM opportunities.member WHERE account_id = $1', [olga.accountId])).toEqual([]);
  });

  test('accepts a foreign postal code as entered', async () => {
    const { it } = await register(await app.signedIn(), { country: 'gb', region: 'London', postalCode: 'SW1A 1AA' });
    expect(it.country).toBe('GB');
  });

  test.each([
    ['http://192.0.2.7/', 'not-a-domain'],
    ['https://[2001:db8::1]/', 'not-a-domain'],
    ['http://0x7f000001/', 'not-a-domain'],
    ['http://localhost', 'not-a-domain'],
    ['http://intranet', 'not-a-domain'],
    ['http://bakery.local', 'not-a-domain'],
    ['https://bakery.test', 'not-a-domain'],
    ['https://www.com', 'not-a-domain'],
    ['https://-bakery-.com', 'not-a-domain'],
    ['https://olga:secret@bakery.com', 'not-a-web-address'],
    ['https://bakery.com:8443', 'not-a-web-address'],
    ['ftp://bakery.com', 'not-a-web-address'],
    ['javascript:alert(1)', 'not-a-web-address'],
    ['https://ba kery.com', 'not-a-web-address'],
    ['https://gmail.com', 'shared-host'],
    ['www.gmail.com', 'shared-host'],
    ['https://mail.GOOGLE.com.', 'shared-host'],
    ['https://bakery.wixsite.com/home', 'shared-host'],
    ['https://www.facebook.com/bakery', 'shared-host'],
    ['', 'required'],
  ])('rejects %s as the website of a business', async (website, fault) => {
    expect(await register(await app.signedIn(), { website })).toMatchObject({
      code: 'BAD_INPUT',
      fields: { website: fault },
    });
  });

  test.each([
    ['bakery-one.com', 'https://bakery-one.com', 'bakery-one.com'],
    ['http://WWW.Bakery-two.co.uk/work?x=1', 'http://www.bakery-two.co.uk/work?x=1', 'bakery-two.co.uk'],
    ['https://panadería-tres.mx', 'https://xn--panadera-tres-2ib.mx', 'xn--panadera-tres-2ib.mx'],
  ])('normalizes %s to %s', async (website, normalized, domain) => {
    const { it, message } = await register(await app.signedIn(), { website });
    expect(message).toBeUndefined();
    expect([it.website, it.domainVerification.domain]).toEqual([normalized, domain]);
  });
});

describe('the registration number', () => {
  const known = { registrationNumber: 'C-777.000' };
  let first: OwnBusiness;
  beforeAll(async () => {
    first = (await register(await app.signedIn({ name: 'Secret Sam' }), known)).it;
  });

  test('is recognized in any spelling, without revealing its owner or status', async () => {
    const answers = [];
    for (const registrationNumber of ['c777000', 'C 777 000']) {
      answers.push(await register(await app.signedIn(), { registrationNumber }));
    }
    await app.db.query(`UPDATE opportunities.business SET status = 'in_review' WHERE id = $1`, [first.id]);
    answers.push(await register(await app.signedIn(), known));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'BUSINESS_KNOWN', details: {} });
    expect(JSON.stringify(answers[0])).not.toMatch(/Sam|review|Larkfield/);
  });

  test('may belong to another business in another country', async () => {
    expect((await register(await app.signedIn(), { ...known, country: 'MX', postalCode: '06000' })).code).toBeNull();
  });

  test('creates one business when one form is sent twice at the same time', async () => {
    const olga = await app.signedIn();
    const input = registration();
    const clicks = await Promise.all(
      [1, 2, 3].map(() => callBusinessMutation(app, { ...olga, headers: otherNetwork() }, 'registerBusiness', input)),
    );
    expect(new Set(clicks.map(({ it }) => it.id)).size).toBe(1);
    expect(await renderPendingEmails(app, { recipient: olga.email })).toHaveLength(1);
  });

  test('goes to one of several people who register it at the same time', async () => {
    const input = registration();
    const people = await Promise.all([1, 2, 3, 4].map(() => app.signedIn()));
    const clicks = people.map((who) =>
      callBusinessMutation(app, { ...who, headers: otherNetwork() }, 'registerBusiness', input),
    );
    const codes = (await Promise.all(clicks)).map(({ code }) => code);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === 'BUSINESS_KNOWN')).toHaveLength(3);
  });

  test('stays available to its owner after someone else was declined', async () => {
    const { id } = await aBusiness(app.db, { registrationNumber: 'X-9-9', status: 'refused' });
    expect((await register(await app.signedIn(), { registrationNumber: 'X99' })).code).toBeNull();
    // The declined business can't be reinstated afterward.
    const staff = await app.signedIn({ role: 'moderator' });
    expect((await actAsStaff(app, staff, 'reinstateBusiness', { id })).code).toBe('BUSINESS_KNOWN');
  });

  test('rejects a reused key with other input, and replays the same input', async () => {
    const olga = await app.signedIn();
    const input = registration({ idempotencyKey: 'once' });
    const { it } = await callBusinessMutation(app, { ...olga, headers: otherNetwork() }, 'registerBusiness', input);
    expect(
      (await callBusinessMutation(app, { ...olga, headers: otherNetwork() }, 'registerBusiness', input)).it.id,
    ).toBe(it.id);
    expect(
      (
        await callBusinessMutation(app, { ...olga, headers: otherNetwork() }, 'registerBusiness', {
          ...input,
          city: 'Pasadena',
        })
      ).code,
    ).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

test('limits registrations per account and day', async () => {
  const olga = await app.signedIn();
  for (let n = 0; n < 10; n += 1) expect((await register(olga)).code).toBeNull();
  expect((await register(olga)).code).toBe('TOO_MANY_TRIES');
});

test('limits registrations per network, across accounts', async () => {
  const headers = otherNetwork();
  const codes = [];
  for (let n = 0; n < 21; n += 1) codes.push((await register({ ...(await app.signedIn()), headers })).code);
  expect(codes.slice(0, 20)).toEqual(Array(20).fill(null));
  expect(codes[20]).toBe('TOO_MANY_TRIES');
});

test('lists both businesses of an owner, and only to that owner', async () => {
  const olga = await app.signedIn();
  const names = ['First Bakery', 'Second Bakery'];
  const made = [];
  for (const legalName of names) made.push((await register(olga, { legalName })).it);
  const list = await app.graphql<{ myBusinesses: Array<{ legalName: string }> }>(
    '{ myBusinesses { legalName } }',
    {},
    olga,
  );
  expect(list.data.myBusinesses.map(({ legalName }) => legalName)).toEqual(names);
  const stranger = await app.signedIn({ role: 'business' });
  expect((await myBusiness(app, stranger, made[0]!.id)).code).toBe('NOT_FOUND');
  expect((await app.graphql('{ myBusinesses { id } }', {}, stranger)).data).toEqual({ myBusinesses: [] });
});

// Must stay last: the default country is a setting of the whole process.
test('uses the country and currencies of the organization as defaults', async () => {
  const config = { COUNTRY: 'MX', CURRENCIES: 'MXN,USD', TIME_ZONE: 'America/Mexico_City' };
  const mexicanApp = await startApp({ config });
  try {
    const ask = await mexicanApp.graphql('{ organization { country currencies timeZone } }');
    expect(ask.data).toEqual({
      organization: { country: 'MX', currencies: ['MXN', 'USD'], timeZone: 'America/Mexico_City' },
    });
    const { it } = await callBusinessMutation(
      mexicanApp,
      await mexicanApp.signedIn(),
      'registerBusiness',
      registration({ postalCode: '06000' }),
    );
    expect(it.country).toBe('MX');
    const input = {
      title: 'Una noche segura',
      story: 'Para la casa.',
      goal: { amountMinor: 100_000, currency: 'MXN' },
      name: 'Nora',
      email: 'nora@example.org',
      locale: 'ES',
    };
    await mexicanApp.graphql('mutation ($input: StartFundraiserInput!) { startFundraiser(input: $input) { ok } }', {
      input,
    });
    const [campaign] = await mexicanApp.db.query<{ zone: string }>(
      `SELECT time_zone AS zone FROM fundraising.campaign WHERE organizer_email = 'nora@example.org'`,
    );
    expect(campaign).toEqual({ zone: 'America/Mexico_City' });
  } finally {
    await mexicanApp.close();
  }
});
