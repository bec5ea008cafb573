import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import {
  callBusinessMutation,
  actAsStaff,
  confirmDomain,
  manageBusiness,
  myBusiness,
  type OwnBusiness,
  type Caller,
} from '@upstander/tests/support/business-operations.js';
import { aBusiness, aMember, type BusinessParts } from '@upstander/tests/support/businesses.js';
import { days, minutes } from '@upstander/tests/support/movable-clock.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let mona: Caller;
beforeAll(async () => {
  app = await startApp();
  mona = await app.signedIn({ name: 'Mona', role: 'moderator' });
});
afterEach(() => app.clock.release());
afterAll(() => app.close());

const ownedBusiness = async (parts: BusinessParts = {}) => {
  const olga = await app.signedIn({ name: 'Olga' });
  return { ...(await aBusiness(app.db, { ...parts, ownerId: olga.accountId })), olga };
};
const verifyDomain = (who: Caller, businessId: string, mailbox = 'office') =>
  callBusinessMutation<OwnBusiness>(app, who, 'verifyDomain', { businessId, mailbox });
const mailsTo = (address: string) => renderPendingEmails(app, { recipient: address });
const linkIn = async (address: string) => {
  const mails = await mailsTo(address);
  return /\/business\/domain\/([\w-]+)/.exec(mails.at(-1)!.text)![1]!;
};

test('verifies the domain by an emailed link, which opens a page with a button', async () => {
  const { id, domain, olga } = await ownedBusiness({ status: 'in_review' });
  const sent = await verifyDomain(olga, id, ' Office ');
  expect(sent.it.domainVerification).toMatchObject({
    domain,
    state: 'SENT',
    sentTo: `office@${domain}`,
    verifiedAt: null,
  });
  const [mail] = await mailsTo(`office@${domain}`);
  expect(mail).toMatchObject({ subject: `Please confirm that ${domain} is yours` });
  const token = await linkIn(`office@${domain}`);
  // Email scanners follow every link.
  await fetch(`${app.url}/business/domain/${token}`).catch(() => undefined);
  expect((await myBusiness(app, olga, id)).it.domainVerification.state).toBe('SENT');

  expect(await confirmDomain(app, token)).toBeNull();
  const verified = await myBusiness(app, olga, id);
  expect(verified.it).toMatchObject({ completedEvidence: ['DOMAIN_MAIL'], domainVerification: { state: 'VERIFIED' } });
  expect(verified.it.history.map(({ kind, note }) => [kind, note])).toEqual([
    ['domain_verified', `office@${domain}`],
    ['domain_mailed', `office@${domain}`],
  ]);
  expect((await manageBusiness(app, mona, id)).it.evidence).toMatchObject([
    { kind: 'DOMAIN_MAIL', passed: true, source: `office@${domain}`, recordedBy: null },
  ]);
});

test('writes the email in the language of the person who requested it', async () => {
  const olga = await app.signedIn({ locale: 'es' });
  const { id, domain } = await aBusiness(app.db, { ownerId: olga.accountId });
  await verifyDomain(olga, id);
  const [mail] = await mailsTo(`office@${domain}`);
  expect(mail!.subject).toBe(`Por favor, confirma que ${domain} es tuyo`);
  expect(mail!.text).toContain('?lang=es');
});

test('verifies once when the button is pressed twice', async () => {
  const { id, domain, olga } = await ownedBusiness();
  await verifyDomain(olga, id);
  const token = await linkIn(`office@${domain}`);
  const codes = await Promise.all([1, 2, 3].map(() => confirmDomain(app, token)));
  expect(codes).toEqual([null, null, null]);
  expect((await manageBusiness(app, mona, id)).it.evidence).toHaveLength(1);
});

test('sends one email for repeated clicks, and none for a verified domain', async () => {
  app.clock.set('2027-05-01T10:00:00Z');
  const { id, domain, olga } = await ownedBusiness();
  await Promise.all([verifyDomain(olga, id), verifyDomain(olga, id)]);
  app.clock.advance(minutes(4));
  await verifyDomain(olga, id);
  expect(await mailsTo(`office@${domain}`)).toHaveLength(1);
  app.clock.advance(minutes(2));
  await verifyDomain(olga, id);
  expect(await mailsTo(`office@${domain}`)).toHaveLength(2);
  await confirmDomain(app, await linkIn(`office@${domain}`));
  app.clock.advance(days(1));
  expect((await verifyDomain(olga, id, 'info')).it.domainVerification.state).toBe('VERIFIED');
  expect(await mailsTo(`info@${domain}`)).toEqual([]);
});

test('expires a link after seven days', async () => {
  app.clock.set('2027-05-01T10:00:00Z');
  const { id, domain, olga } = await ownedBusiness();
  await verifyDomain(olga, id);
  const token = await linkIn(`office@${domain}`);
  app.clock.advance(days(7));
  expect((await myBusiness(app, olga, id)).it.domainVerification).toMatchObject({
    state: 'NONE',
    sentTo: `office@${domain}`,
  });
  expect(await confirmDomain(app, token)).toBe('NOT_FOUND');
  expect(await mailsTo(`office@${domain}`)).toEqual([]);
});

test('rejects a link for a former website', async () => {
  const { id, domain, olga } = await ownedBusiness();
  await verifyDomain(olga, id);
  const token = await linkIn(`office@${domain}`);
  await callBusinessMutation(app, olga, 'updateBusiness', { id, website: 'https://other-bakery.example' });
  expect(await confirmDomain(app, token)).toBe('NOT_FOUND');
  expect((await myBusiness(app, olga, id)).it.domainVerification).toMatchObject({
    domain: 'other-bakery.example',
    state: 'NONE',
  });
});

test('rejects a link after staff recorded a failed check, and accepts a new one', async () => {
  app.clock.set('2027-05-01T10:00:00Z');
  const { id, domain, olga } = await ownedBusiness({ status: 'in_review' });
  await verifyDomain(olga, id);
  const token = await linkIn(`office@${domain}`);
  app.clock.advance(minutes(60));
  const failed = { id, kind: 'DOMAIN_MAIL', passed: false, note: 'The domain was bought yesterday.' };
  await actAsStaff(app, mona, 'recordEvidence', failed);
  expect(await confirmDomain(app, token)).toBe('NOT_FOUND');
  expect((await myBusiness(app, olga, id)).it.domainVerification.state).toBe('NONE');
  app.clock.advance(minutes(60));
  await verifyDomain(olga, id);
  expect(await confirmDomain(app, await linkIn(`office@${domain}`))).toBeNull();
  expect((await myBusiness(app, olga, id)).it.domainVerification.state).toBe('VERIFIED');
});

test('rejects a link that was signed for another purpose', async () => {
  const { id, domain, olga } = await ownedBusiness();
  await verifyDomain(olga, id);
  const token = await linkIn(`office@${domain}`);
  const changed = (token[0] === 'A' ? 'B' : 'A') + token.slice(1);
  expect(await confirmDomain(app, changed)).toBe('NOT_FOUND');
});

test.each(['approved', 'refused', 'lapsed', 'suspended'] as const)(
  'refuses to verify a %s business',
  async (status) => {
    const { id, olga } = await ownedBusiness({ status });
    expect((await verifyDomain(olga, id)).code).toBe('BUSINESS_STATUS');
  },
);

test.each(['', 'office@elsewhere.com', 'of fice', '.office', 'a..b', 'Büro', 'x'.repeat(65), 'a\r\nBcc: b'])(
  'rejects %j as a mailbox',
  async (mailbox) => {
    const { id, olga } = await ownedBusiness();
    expect(await verifyDomain(olga, id, mailbox)).toMatchObject({
      code: 'BAD_INPUT',
      fields: { mailbox: 'not-a-mailbox' },
    });
  },
);

test('lets an editor request the email', async () => {
  const { id } = await ownedBusiness();
  const eddie = await app.signedIn();
  await aMember(app.db, { businessId: id, accountId: eddie.accountId });
  expect((await verifyDomain(eddie, id)).code).toBeNull();
});

test('limits how many emails a recipient gets per day', async () => {
  app.clock.set('2027-05-01T10:00:00Z');
  const { id, domain, olga } = await ownedBusiness();
  const codes = [];
  for (let n = 0; n < 4; n += 1) {
    codes.push((await verifyDomain(olga, id)).code);
    app.clock.advance(minutes(10));
  }
  expect(codes).toEqual([null, null, null, 'TOO_MANY_TRIES']);
  expect(await mailsTo(`office@${domain}`)).toHaveLength(3);
  const more = [];
  for (let n = 0; n < 8; n += 1) more.push((await verifyDomain(olga, id, `box${n}`)).code);
  expect(more.filter((code) => code === 'TOO_MANY_TRIES').length).toBeGreaterThan(0);
});
