import { aCampaign, aPage, aPaidGift } from '../support/factories.fundraising.js';
import { Desk } from '../support/campaigns.js';
import { renderPendingEmails } from '../support/written-mails.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
let campaign: { id: string; slug: string };
beforeAll(async () => {
  desk = await Desk.at(now);
  campaign = await aCampaign(desk.app.db, { chapterId: desk.chapterId, title: 'Beds' });
});
afterAll(() => desk.close());

const pageFields = `{ id kind status title story goal { amountMinor } raised { amountMinor } giftCount ownerName teamSlug
  campaignSlug canEditText publicUrl edit { title story at note } }`;
const start = 'mutation ($input: StartPageInput!) { startPage(input: $input) { ok } }';
const confirm = `mutation ($input: PageTokenInput!) { confirmPage(input: $input) ${pageFields} }`;
const edit = `mutation ($input: EditMyPageInput!) { editMyPage(input: $input) ${pageFields} }`;
const show = `query ($token: String!) { myPage(token: $token) ${pageFields} }`;
const review = 'mutation ($input: ReviewEditInput!) { reviewPageEdit(input: $input) { title } }';
const setStatus = `mutation ($input: SetPageStatusInput!) { setPageStatus(input: $input) { slug title url } }`;
const open = `query ($campaignSlug: String!, $slug: String!) {
  campaignPage(campaignSlug: $campaignSlug, slug: $slug) { title storyHtml raised { amountMinor } ownerName teamSlug acceptsGifts }
}`;

interface Mine {
  id: string;
  status: string;
  [field: string]: unknown;
}

const input = (parts: Record<string, unknown> = {}) => ({
  campaignSlug: campaign.slug,
  title: 'Ten miles for beds',
  story: 'I run **ten miles**.',
  goal: { amountMinor: 50_000, currency: 'USD' },
  name: 'Mina Park',
  email: 'mina@example.org',
  ...parts,
});

async function startPage(parts: Record<string, unknown> & { email: string }): Promise<string> {
  await desk.does('nobody', start, { input: input(parts) });
  const [mail] = await renderPendingEmails(desk.app, { recipient: parts.email, template: 'page-confirm' });
  return /\/page\/([\w-]+)/.exec(mail!.text)![1]!;
}

async function approvedPage(parts: Record<string, unknown> & { email: string }) {
  const token = await startPage(parts);
  const { id } = await desk.does<Mine>('nobody', confirm, { input: { token } });
  const page = await desk.does<{ slug: string; url: string }>('organizer', setStatus, {
    input: { id, status: 'LIVE' },
  });
  return { id, token, ...page };
}

describe('a personal fundraising page', () => {
  test('is confirmed by email, reviewed, and then live', async () => {
    const token = await startPage({ email: 'mina@example.org' });
    const begin = await desk.does<Mine>('nobody', show, { token });
    expect(begin).toMatchObject({ status: 'UNCONFIRMED', publicUrl: null, ownerName: 'Mina Park' });
    expect(await desk.refusal('organizer', setStatus, { input: { id: begin.id, status: 'LIVE' } })).toBe('NOT_FOUND');
    expect(await renderPendingEmails(desk.app, { template: 'page-submitted' })).toEqual([]);

    expect(await desk.does<Mine>('nobody', confirm, { input: { token } })).toMatchObject({ status: 'IN_REVIEW' });
    await desk.does<Mine>('nobody', confirm, { input: { token } });
    const told = await renderPendingEmails(desk.app, {
      template: 'page-submitted',
      recipient: desk.accounts.organizer.email,
    });
    expect(told.map(({ subject }) => subject)).toEqual(['A page to review: Beds']);
    const input = { id: begin.id, status: 'LIVE' };
    const page = await desk.does<{ slug: string; url: string }>('organizer', setStatus, { input });
    expect(page).toMatchObject({ slug: 'ten-miles-for-beds', url: `/fundraisers/${campaign.slug}/ten-miles-for-beds` });
    const [mail] = await renderPendingEmails(desk.app, { template: 'page-live', recipient: 'mina@example.org' });
    expect(mail!.text).toContain(page.url);
    await aPaidGift(desk.app.db, { campaignId: campaign.id, pageId: begin.id, intendedMinor: 2_500 });
    expect(await desk.does('nobody', open, { campaignSlug: campaign.slug, slug: page.slug })).toMatchObject({
      storyHtml: '<p>I run <strong>ten miles</strong>.</p>\n',
      raised: { amountMinor: 2_500 },
      acceptsGifts: true,
    });
    expect(await desk.does<Mine>('nobody', show, { token })).toMatchObject({
      publicUrl: `${desk.app.config.PUBLIC_URL}${page.url}`,
      raised: { amountMinor: 2_500 },
    });
  });

  test('keeps its approved text until an edit is reviewed, but changes its goal immediately', async () => {
    const { token, slug } = await approvedPage({ email: 'leo@example.org', title: 'Leo walks' });
    const isLive = async () => (await desk.does('nobody', open, { campaignSlug: campaign.slug, slug })) !== null;
    const goal = { amountMinor: 70_000, currency: 'USD' };
    expect(await desk.does('nobody', edit, { input: { token, goal } })).toMatchObject({ status: 'LIVE' });
    expect(await isLive()).toBe(true);
    const changed = await desk.does<Mine>('nobody', edit, { input: { token, story: 'Buy pills at example.net' } });
    expect(changed).toMatchObject({ status: 'LIVE', edit: { story: 'Buy pills at example.net' } });
    const loadAsVisitor = () => desk.does<{ storyHtml: string }>('nobody', open, { campaignSlug: campaign.slug, slug });
    expect((await loadAsVisitor()).storyHtml).toContain('ten miles');
    const { at } = changed['edit'] as { at: string };
    const answer = (parts: object) => ({ input: { id: changed.id, readAt: at, ...parts } });
    await desk.does('organizer', review, answer({ approve: false, note: 'No pills.' }));
    expect((await loadAsVisitor()).storyHtml).toContain('ten miles');
    expect(await desk.does('nobody', show, { token })).toMatchObject({ edit: { at: null, note: 'No pills.' } });
    const emailsTo = (template: string) => renderPendingEmails(desk.app, { template, recipient: 'leo@example.org' });
    expect((await emailsTo('page-edit-declined'))[0]?.text).toContain('No pills.');
    desk.app.clock.advance(1_000);
    const again = await desk.does<Mine>('nobody', edit, { input: { token, story: 'I walk.' } });
    const later = (again['edit'] as { at: string }).at;
    await desk.does('organizer', review, answer({ approve: true, readAt: later }));
    expect((await loadAsVisitor()).storyHtml).toContain('I walk.');
    // The next edit removed the reason, so the earlier email would have nothing to say.
    expect(await emailsTo('page-edit-declined')).toEqual([]);
    expect(await emailsTo('page-edit-approved')).toHaveLength(1);
    await desk.does('organizer', setStatus, { input: { id: changed.id, status: 'HIDDEN' } });
    expect(await isLive()).toBe(false);
    expect(await desk.refusal('nobody', edit, { input: { token, story: 'Something else' } })).toBe('PAGE_STATUS');
    await desk.does('organizer', setStatus, { input: { id: changed.id, status: 'LIVE' } });
    expect(await isLive()).toBe(true);
  });

  test('is not approved if it changed while it waited for review', async () => {
    const token = await startPage({ email: 'nia@example.org', title: 'Nia swims' });
    const { id } = await desk.does<Mine>('nobody', confirm, { input: { token } });
    const read = desk.app.clock.now();
    desk.app.clock.advance(1_000);
    await desk.does('nobody', edit, { input: { token, story: 'Buy pills at example.net' } });
    const show = (readAt?: Date) => ({ input: { id, status: 'LIVE', ...(readAt && { readAt }) } });
    expect(await desk.refusal('organizer', setStatus, show())).toBe('CHANGED_MEANWHILE');
    expect(await desk.refusal('organizer', setStatus, show(read))).toBe('CHANGED_MEANWHILE');
    expect(await desk.refusal('organizer', setStatus, show(desk.app.clock.now()))).toBeNull();
  });

  test('can belong to a live team of the same campaign', async () => {
    const team = await approvedPage({ email: 'bakery@example.org', title: 'The bakery', kind: 'TEAM' });
    const member = await approvedPage({ email: 'ines@example.org', title: 'Inés bakes', teamSlug: team.slug });
    expect(await desk.does('nobody', open, { campaignSlug: campaign.slug, slug: member.slug })).toMatchObject({
      teamSlug: 'the-bakery',
    });
    const other = await aPage(desk.app.db, { kind: 'team' });
    const hidden = await aPage(desk.app.db, { campaignId: campaign.id, kind: 'team', status: 'hidden' });
    for (const teamSlug of [other.slug, hidden.slug, member.slug]) {
      const typed = { input: input({ email: 'x@example.org', teamSlug }) };
      expect(await desk.faults('nobody', start, typed)).toEqual({ teamSlug: 'not-there' });
    }
    const inTeam = { input: input({ email: 'x@example.org', kind: 'TEAM', teamSlug: team.slug }) };
    expect(await desk.faults('nobody', start, inTeam)).toEqual({ teamSlug: 'team-in-a-team' });
  });

  test('cannot use a reserved or taken slug', async () => {
    const give = await approvedPage({ email: 'give@example.org', title: 'Give' });
    expect(give.slug).toMatch(/^give-[a-z0-9]{4}$/);
    const first = await approvedPage({ email: 'a1@example.org', title: 'One name' });
    const second = await approvedPage({ email: 'a2@example.org', title: 'One name' });
    expect([first.slug, second.slug.slice(0, 9)]).toEqual(['one-name', 'one-name-']);
  });

  test('can only be started for a live campaign', async () => {
    const ended = await aCampaign(desk.app.db, { status: 'ended' });
    const draft = await aCampaign(desk.app.db, { status: 'draft' });
    const ask = (campaignSlug: string) =>
      desk.refusal('nobody', start, { input: input({ campaignSlug, email: 'e@example.org' }) });
    expect(await ask(ended.slug)).toBe('CAMPAIGN_NOT_OPEN');
    expect(await ask(draft.slug)).toBe('NOT_FOUND');
    expect(await desk.does('nobody', open, { campaignSlug: draft.slug, slug: 'x' })).toBeNull();
  });

  test('is managed only by staff of its chapter', async () => {
    const page = await aPage(desk.app.db, { status: 'in_review' });
    expect(await desk.refusal('organizer', setStatus, { input: { id: page.id, status: 'LIVE' } })).toBe('NOT_FOUND');
    expect(await desk.refusal('admin', setStatus, { input: { id: page.id, status: 'LIVE' } })).toBeNull();
    const own = await aPage(desk.app.db, { campaignId: campaign.id });
    expect(await desk.faults('organizer', setStatus, { input: { id: own.id, status: 'UNCONFIRMED' } })).toEqual({
      status: 'not-a-choice',
    });
    for (const token of ['nonsense', desk.token('campaign', own.id), desk.token('page', own.id, 3)]) {
      expect(await desk.does('nobody', show, { token })).toBeNull();
      expect(await desk.refusal('nobody', confirm, { input: { token } })).toBe('NOT_FOUND');
    }
  });

  test('rejects an address as a display name', async () => {
    const typed = input({ email: 'mallory@example.org', name: 'Win at evil.example' });
    expect(await desk.faults('nobody', start, { input: typed })).toEqual({ name: 'not-a-name' });
  });

  test('starts with an email that repeats no user input', async () => {
    const words = { title: 'Watches at example.net', story: 'Buy now', name: 'Mallory Cheapwatch' };
    await startPage({ email: 'stranger@example.org', ...words });
    const [mail] = await renderPendingEmails(desk.app, { recipient: 'stranger@example.org' });
    for (const typed of Object.values(words))
      expect(`${mail!.subject} ${mail!.html} ${mail!.text}`).not.toContain(typed);
  });
});
