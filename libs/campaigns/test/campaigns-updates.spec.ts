import { MailTemplates, type MailRow } from '@upstander/notifications';
import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { Desk } from '@upstander/tests/support/campaigns.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now);
});
afterAll(() => desk.close());

const post = `mutation ($input: PostCampaignUpdateInput!) {
  postCampaignUpdate(input: $input) { id title bodyHtml authorName publishedAt }
}`;
const setStatus =
  'mutation ($input: SetUpdateStatusInput!) { setUpdateStatus(input: $input) { status recipientCount } }';
const stop = 'mutation ($input: StopAppealsInput!) { stopAppeals(input: $input) { ok } }';

const secret = 'Zenobia Quill';
const input = (campaignId: string, parts: object = {}) => ({
  input: {
    campaignId,
    title: 'Half way',
    body: 'Six beds are **there**.\n\n[See them](https://example.org/beds)',
    ...parts,
  },
});
const campaign = () => aCampaign(desk.app.db, { chapterId: desk.chapterId, title: 'Beds', now });
const mailed = () => renderPendingEmails(desk.app, { template: 'campaign-update' });
const recipientsOf = async (campaignId: string) => {
  const rows = await desk.app.db.query<{ recipient: string }>(
    `SELECT m.recipient FROM notifications.mail m JOIN fundraising.update u ON u.id = m.subject_id
     WHERE m.template = 'campaign-update' AND u.campaign_id = $1 ORDER BY m.recipient`,
    [campaignId],
  );
  return rows.map(({ recipient }) => recipient);
};

describe('a campaign update', () => {
  test('appears on the page immediately and is emailed once to each donor who opted in', async () => {
    const { id, slug } = await campaign();
    const wants = { campaignId: id, updatesWanted: true, paidAt: now };
    await aPaidGift(desk.app.db, { ...wants, email: 'ana@example.org', name: 'Ana' });
    await aPaidGift(desk.app.db, { ...wants, email: 'ana@example.org', name: 'Ana', intendedMinor: 900 });
    await aPaidGift(desk.app.db, { ...wants, email: 'zq@example.org', name: secret, anonymous: true, locale: 'es' });
    await aPaidGift(desk.app.db, { campaignId: id, email: 'quiet@example.org' });
    await aPaidGift(desk.app.db, { updatesWanted: true, email: 'elsewhere@example.org' });

    const update = await desk.does<{ id: string }>('organizer', post, input(id));
    expect(update).toMatchObject({
      title: 'Half way',
      bodyHtml: expect.stringContaining('<strong>there</strong>') as string,
      authorName: 'Rosa Delgado',
      publishedAt: now.toISOString(),
    });
    const query = 'query ($slug: String!) { campaign(slug: $slug) { updates { title authorName } } }';
    expect(await desk.does('nobody', query, { slug })).toEqual({
      updates: [{ title: 'Half way', authorName: 'Rosa Delgado' }],
    });
    await desk.app.runJob('mail-campaign-updates');
    await desk.app.runJob('mail-campaign-updates');
    expect(await recipientsOf(id)).toEqual(['ana@example.org', 'zq@example.org']);
    const mails = (await mailed()).filter(
      ({ recipient }) => recipient === 'ana@example.org' || recipient === 'zq@example.org',
    );
    for (const { text, html, subject } of mails) {
      expect(`${subject}${text}${html}`).not.toContain('Zenobia');
      expect(text).toContain('See them (https://example.org/beds)');
    }
    expect(mails.find(({ recipient }) => recipient === 'zq@example.org')!.text).toMatch(/Cancelar\s+la\s+suscripción/);
    const { updates } = await desk.does(
      'organizer',
      'query ($id: ID!) { manageCampaign(id: $id) { updates { recipientCount status } } }',
      { id },
    );
    expect(updates).toEqual([{ recipientCount: 2, status: 'PUBLISHED' }]);
  });

  test('has a one-click unsubscribe link that stops further emails', async () => {
    const { id } = await campaign();
    await aPaidGift(desk.app.db, { campaignId: id, updatesWanted: true, email: 'stop@example.org', paidAt: now });
    await desk.does('organizer', post, input(id));
    await desk.app.runJob('mail-campaign-updates');
    const [row] = await desk.app.db.query<MailRow>(
      `SELECT id, key, subject_id AS "subjectId", recipient, locale, data, due_at AS "dueAt" FROM notifications.mail
       WHERE recipient = 'stop@example.org' AND template = 'campaign-update'`,
    );
    const template = desk.app.nest.get(MailTemplates).find('campaign-update')!;
    expect(template.class).toBe('appeal');
    const letter = template.render((await template.load([row!])).get(row!.id), row!) as unknown as {
      unsubscribe: { url: string };
    };
    const token = new URL(letter.unsubscribe.url).pathname.split('/').at(-1);
    await desk.does('nobody', stop, { input: { token } });
    // Emails that are already in the outbox are not sent either.
    expect((await template.load([row!])).get(row!.id)).toBeNull();
    await desk.does('organizer', post, input(id, { title: 'Done' }));
    await desk.app.runJob('mail-campaign-updates');
    expect(await recipientsOf(id)).toEqual(['stop@example.org']);
    // A donor who gives and opts in again gets updates again.
    const later = new Date(now.valueOf() + 60_000);
    await aPaidGift(desk.app.db, { campaignId: id, updatesWanted: true, email: 'stop@example.org', paidAt: later });
    await desk.does('organizer', post, input(id, { title: 'Thank you' }));
    await desk.app.runJob('mail-campaign-updates');
    expect(await recipientsOf(id)).toEqual(['stop@example.org', 'stop@example.org']);
  });

  test('is not emailed while hidden', async () => {
    const { id, slug } = await campaign();
    await aPaidGift(desk.app.db, { campaignId: id, updatesWanted: true, email: 'hush@example.org', paidAt: now });
    const update = await desk.does<{ id: string }>('organizer', post, input(id));
    await desk.does('moderator', setStatus, { input: { id: update.id, status: 'HIDDEN' } });
    await desk.app.runJob('mail-campaign-updates');
    expect(await recipientsOf(id)).toEqual([]);
    const query = 'query ($slug: String!) { campaign(slug: $slug) { updates { title } } }';
    expect(await desk.does('nobody', query, { slug })).toEqual({ updates: [] });
    await desk.does('moderator', setStatus, { input: { id: update.id, status: 'PUBLISHED' } });
    await desk.app.runJob('mail-campaign-updates');
    expect(await recipientsOf(id)).toEqual(['hush@example.org']);
  });

  test('is posted by staff of the chapter, for a public campaign, once per idempotency key', async () => {
    const draft = await aCampaign(desk.app.db, { chapterId: desk.chapterId, status: 'draft' });
    expect(await desk.refusal('organizer', post, input(draft.id))).toBe('CAMPAIGN_STATUS');
    const other = await aCampaign(desk.app.db);
    expect(await desk.refusal('organizer', post, input(other.id))).toBe('NOT_FOUND');
    const { id } = await campaign();
    expect(await desk.faults('organizer', post, input(id, { body: '' }))).toEqual({ body: 'required' });
    const once = input(id, { idempotencyKey: `news-${id}` });
    const first = await desk.does<{ id: string }>('organizer', post, once);
    expect((await desk.does<{ id: string }>('organizer', post, once)).id).toBe(first.id);
  });
});
