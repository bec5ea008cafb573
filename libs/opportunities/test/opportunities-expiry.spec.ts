import {
  OpportunityDesk,
  opportunityActs as does,
  type ShownOpportunity,
} from '@upstander/tests/support/opportunity-desk.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { opportunityInput } from '@upstander/tests/support/opportunities.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const beginsAt = new Date('2026-12-01T18:00:00Z');
const after = (n: number) => new Date(beginsAt.valueOf() + days(n));
let desk: OpportunityDesk;
let opportunity: ShownOpportunity;
// A unique title per test, because opportunities of other tests expire in the same runs.
let title: string;
let opportunityCount = 100;

beforeAll(async () => {
  desk = await OpportunityDesk.at(beginsAt, { config: { OPPORTUNITY_DAYS: '60', OPPORTUNITY_RENEWALS: '2' } });
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.moveTo(beginsAt);
  await desk.app.db.query('DELETE FROM notifications.mail');
  title = `Baker ${(opportunityCount += 1)}`;
  opportunity = await desk.live({ title });
});

const showOwn = () => desk.does('owner', does.show, { id: opportunity.id });
const watch = () => desk.app.runJob('watch-opportunities');
const mails = async (template: string, recipient = desk.people.owner.email) =>
  (await renderPendingEmails(desk.app, { recipient, template })).filter(({ subject }) => subject.endsWith(title));
const linkIn = (text: string) => /\/business\/opportunity\/([\w-]+)/.exec(text)![1]!;
const renewBy = (token: string) => desk.does('nobody', does.renewByToken, { input: { token } });

describe('the end of a term', () => {
  test('is recorded for the others when one of them fails', async () => {
    const other = await desk.live({ title: `${title} beside` });
    await runAsOwner(
      desk.app,
      `ALTER TABLE opportunities.opportunity ADD CONSTRAINT stuck CHECK (id <> '${opportunity.id}' OR status <> 'expiring')`,
    );
    await desk.moveTo(after(46));
    await expect(watch()).rejects.toThrow('stuck');
    expect(await desk.does('owner', does.show, { id: other.id })).toMatchObject({ status: 'EXPIRING' });
    await runAsOwner(desk.app, 'ALTER TABLE opportunities.opportunity DROP CONSTRAINT stuck');
    await watch();
    expect(await showOwn()).toMatchObject({ status: 'EXPIRING' });
  });

  test('is recorded for opportunities published before a content field was added', async () => {
    const [{ text }] = (await desk.app.db.query<{ text: string }>(
      `SELECT pg_get_functiondef('opportunities.opportunity_content'::regproc) AS text`,
    )) as [{ text: string }];
    await runAsOwner(desk.app, `ALTER TABLE opportunities.opportunity ADD COLUMN uniform text NOT NULL DEFAULT ''`);
    await runAsOwner(desk.app, text.replace(`'kind', o.kind`, `'kind', o.kind, 'uniform', o.uniform`));
    await desk.moveTo(after(46));
    await watch();
    expect(await showOwn()).toMatchObject({ status: 'EXPIRING', isShown: true });
    // The new field requires review as well.
    await expect(
      desk.app.db.query(`UPDATE opportunities.opportunity SET uniform = 'Bring a cap.' WHERE id = $1`, [
        opportunity.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'shown_as_approved' });
    await runAsOwner(desk.app, text);
    await runAsOwner(desk.app, 'ALTER TABLE opportunities.opportunity DROP COLUMN uniform');
  });

  test('is announced 14 and 3 days ahead, once each, before it leaves the site', async () => {
    await desk.moveTo(after(45));
    await watch();
    expect(await showOwn()).toMatchObject({ status: 'PUBLISHED', mayRenew: false });
    expect(await mails('opportunity-%')).toHaveLength(1);

    await desk.moveTo(after(46));
    await watch();
    await watch();
    expect(await showOwn()).toMatchObject({ status: 'EXPIRING', isShown: true, mayRenew: true });
    const [first, ...more] = await mails('opportunity-expiring');
    expect(more).toEqual([]);
    expect(first).toMatchObject({ subject: `Still open? ${title}` });
    expect(first!.text).toContain(`“${title}” comes off the site on January 30, 2027.`);
    const [spanish] = await mails('opportunity-expiring', desk.people.editor.email);
    expect(spanish).toMatchObject({ subject: `¿Sigue abierta? ${title}` });
    expect(spanish!.text).toContain(`«${title}» sale del sitio el 30 de enero de 2027.`);

    await desk.moveTo(after(57));
    await watch();
    await watch();
    expect(await mails('opportunity-expiring')).toHaveLength(2);

    // The date hides it even if the job doesn't run.
    await desk.moveTo(after(60));
    expect(await desk.listOnSite()).not.toContain(title);
    expect(await showOwn()).toMatchObject({ status: 'EXPIRING', isShown: false });
    await watch();
    expect(await showOwn()).toMatchObject({ status: 'EXPIRED', isShown: false, mayRenew: true });
    expect(await mails('opportunity-expired')).toHaveLength(1);
    expect(await mails('opportunity-expiring')).toEqual([]);
  });

  test('is announced once after a worker outage', async () => {
    await desk.moveTo(after(58));
    await watch();
    expect(await mails('opportunity-expiring')).toHaveLength(1);
  });

  test('cancels pending emails once the opportunity is filled', async () => {
    await desk.moveTo(after(46));
    await watch();
    await desk.does('owner', does.fill, { input: { id: opportunity.id } });
    expect(await mails('opportunity-expiring')).toEqual([]);
  });
});

describe('renewal', () => {
  test('takes one click on the page of the email, and a second click changes nothing', async () => {
    await desk.moveTo(after(50));
    await watch();
    const token = linkIn((await mails('opportunity-expiring'))[0]!.text);
    expect(await desk.does('nobody', does.byToken, { token })).toMatchObject({ status: 'EXPIRING', mayRenew: true });
    const renewed = await renewBy(token);
    expect(renewed).toMatchObject({ status: 'PUBLISHED', isShown: true, mayRenew: false });
    expect(renewed.expiresAt).toBe(after(120).toISOString());
    expect(renewed.publishedAt).toBe(opportunity.publishedAt);
    expect((await renewBy(token)).expiresAt).toBe(renewed.expiresAt);
    const { renewals } = await desk.does('moderator', does.read, { id: opportunity.id });
    expect(renewals).toBe(1);

    // The next term has its own link; the old one no longer works.
    await desk.moveTo(after(110));
    await watch();
    expect(await desk.does('nobody', does.byToken, { token })).toBeNull();
    expect(await desk.refusal('nobody', does.renewByToken, { input: { token } })).toBe('NOT_FOUND');
  });

  test('restores an expired opportunity from that day on', async () => {
    await desk.moveTo(after(70));
    await watch();
    const token = linkIn((await mails('opportunity-expired'))[0]!.text);
    expect(await renewBy(token)).toMatchObject({ status: 'PUBLISHED', expiresAt: after(130).toISOString() });
    expect(await desk.listOnSite()).toContain(title);
  });

  test('needs review after two renewals, which resets the count', async () => {
    for (const [at, until] of [
      [50, 120],
      [110, 180],
    ] as const) {
      await desk.moveTo(after(at));
      const renewed = await desk.does('owner', does.renew, { input: { id: opportunity.id } });
      expect(renewed.expiresAt).toBe(after(until).toISOString());
    }
    await desk.moveTo(after(170));
    await watch();
    expect((await mails('opportunity-expiring'))[0]!.text).toMatch(/will\s+review\s+it\s+first/);
    expect(await showOwn()).toMatchObject({ renewalNeedsReview: true });
    const submitted = await desk.does('owner', does.renew, { input: { id: opportunity.id } });
    expect(submitted).toMatchObject({ status: 'IN_REVIEW', isShown: false });
    const approved = await desk.approve(submitted);
    expect(approved).toMatchObject({ status: 'PUBLISHED', renewalNeedsReview: false, renewals: 0 });
    expect(approved.expiresAt).toBe(after(230).toISOString());
  });

  test('is refused after an edit and for an unapproved business', async () => {
    await desk.moveTo(after(50));
    await watch();
    const token = linkIn((await mails('opportunity-expiring'))[0]!.text);
    const edit = { id: opportunity.id, opportunity: opportunityInput({ title: 'Baker and more' }) };
    await desk.does('owner', does.update, { input: edit });
    expect(await desk.refusal('nobody', does.renewByToken, { input: { token } })).toBe('NOT_FOUND');
    expect(await desk.refusal('owner', does.renew, { input: { id: opportunity.id } })).toBe('OPPORTUNITY_STATUS');

    const other = await desk.live();
    await desk.moveTo(after(100));
    await watch();
    const link = await desk.token(other.id);
    const [kept] = await desk.app.db.query<{ until: string }>(
      'SELECT approved_until AS until FROM opportunities.business WHERE id = $1',
      [desk.businessId],
    );
    const setApprovedUntil = (day: string) =>
      desk.app.db.query('UPDATE opportunities.business SET approved_until = $2 WHERE id = $1', [desk.businessId, day]);
    await setApprovedUntil('2027-01-01');
    expect(await desk.refusal('nobody', does.renewByToken, { input: { token: link } })).toBe('BUSINESS_NOT_APPROVED');
    await setApprovedUntil(kept!.until);
  });
});

describe('the link in an email', () => {
  test('marks the opportunity as filled, and then stops working', async () => {
    await desk.moveTo(after(50));
    await watch();
    const token = linkIn((await mails('opportunity-expiring'))[0]!.text);
    const fillByToken = () => desk.does('nobody', does.fillByToken, { input: { token } });
    expect(await fillByToken()).toMatchObject({ status: 'FILLED', isShown: false });
    expect(await fillByToken()).toMatchObject({ status: 'FILLED' });
    expect(await desk.does('nobody', does.byToken, { token })).toMatchObject({ status: 'FILLED' });
    expect(await desk.refusal('nobody', does.renewByToken, { input: { token } })).toBe('OPPORTUNITY_STATUS');
  });

  test.each([
    ['withdrawn', 'owner', does.withdraw, {}],
    ['taken down', 'moderator', does.takeDown, { reason: 'Somebody called us.' }],
    ['refused', 'moderator', does.refuse, { reason: 'Somebody called us.' }],
  ] as const)('stops working once the opportunity is %s', async (_, who, act, more) => {
    const token = await desk.token(opportunity.id);
    expect(await desk.does('nobody', does.byToken, { token })).not.toBeNull();
    await desk.does(who, act, { input: { id: opportunity.id, ...more } });
    expect(await desk.does('nobody', does.byToken, { token })).toBeNull();
    for (const by of [does.renewByToken, does.fillByToken]) {
      expect(await desk.refusal('nobody', by, { input: { token } })).toBe('NOT_FOUND');
    }
  });

  test('is rejected if one letter was changed', async () => {
    const token = await desk.token(opportunity.id);
    const other = `${token.slice(0, 5)}${token[5] === 'A' ? 'B' : 'A'}${token.slice(6)}`;
    expect(await desk.does('nobody', does.byToken, { token: other })).toBeNull();
    expect(await desk.refusal('nobody', does.fillByToken, { input: { token: 'nonsense' } })).toBe('NOT_FOUND');
  });
});
