import { Desk, campaignOperations as does } from '@upstander/tests/support/campaigns.js';
import { aPage, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';
import { withoutTokens } from '@upstander/tests/support/without-tokens.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now, { config: { TRUST_PROXY: 'true' } });
});
afterAll(() => desk.close());

const fundraiserFields = `{ id status reviewNote title story goal { amountMinor } raised { amountMinor } endsOn canEditText editable
  edit { title at note } mayPostUpdates publicUrl beneficiaryName updates { title status } }`;
const start = 'mutation ($input: StartFundraiserInput!) { startFundraiser(input: $input) { ok } }';
const confirm = `mutation ($input: FundraiserTokenInput!) { confirmFundraiser(input: $input) ${fundraiserFields} }`;
const edit = `mutation ($input: EditMyFundraiserInput!) { editMyFundraiser(input: $input) ${fundraiserFields} }`;
const news = `mutation ($input: PostMyUpdateInput!) { postMyUpdate(input: $input) ${fundraiserFields} }`;
const show = `query ($token: String!) { myFundraiser(token: $token) ${fundraiserFields} }`;

interface Fundraiser {
  id: string;
  status: string;
  [field: string]: unknown;
}

const input = (parts: Record<string, unknown> = {}) => ({
  title: 'Thirty candles for thirty beds',
  story: 'For my birthday I wish for beds.',
  goal: { amountMinor: 150_000, currency: 'USD' },
  name: 'Kim Soto',
  email: 'kim@example.org',
  ...parts,
});

const readQuery = 'query ($id: ID!) { manageCampaign(id: $id) { updatedAt edit { at } } }';
const approveRead = `mutation ($id: ID!, $readAt: DateTime) {
  approveCampaign(input: { id: $id }, readAt: $readAt) { id }
}`;
const review = 'mutation ($input: ReviewEditInput!) { reviewCampaignEdit(input: $input) { id title } }';

async function mailed(template: string, recipient: string): Promise<string[]> {
  return (await renderPendingEmails(desk.app, { template, recipient })).map(({ subject }) => subject);
}

async function readMailedToken(recipient: string): Promise<string> {
  const [mail] = await renderPendingEmails(desk.app, { recipient, template: 'fundraiser-confirm' });
  return /\/fundraiser\/([\w-]+)/.exec(mail?.text ?? '')![1]!;
}

async function startAndGetToken(parts: Record<string, unknown> & { email: string }): Promise<string> {
  await desk.does('nobody', start, { input: input(parts) });
  return readMailedToken(parts.email);
}

describe('a supporter without an account', () => {
  test('starts a fundraiser, confirms it by email, and goes live after review', async () => {
    expect(await desk.does('nobody', start, { input: input() })).toEqual({ ok: true });
    const token = await readMailedToken('kim@example.org');
    const begin = await desk.does<Fundraiser>('nobody', show, { token });
    expect(begin).toMatchObject({ status: 'UNCONFIRMED', canEditText: true, publicUrl: null, mayPostUpdates: false });
    // The address is unverified, so no one was asked to review it yet.
    expect(await renderPendingEmails(desk.app, { template: 'campaign-submitted' })).toEqual([]);
    expect(await desk.refusal('admin', does.approve, { input: { id: begin.id } })).toBe('CAMPAIGN_STATUS');

    const handedIn = await desk.does<Fundraiser>('nobody', confirm, { input: { token } });
    expect(handedIn).toMatchObject({ status: 'IN_REVIEW', canEditText: true });
    await desk.does('nobody', confirm, { input: { token } });
    const reviewEmails = await renderPendingEmails(desk.app, { template: 'campaign-submitted' });
    // It belongs to the organization, so only the admin and organization-wide finance are notified.
    expect(reviewEmails.map(({ recipient }) => recipient).sort()).toEqual(
      [desk.accounts.admin.email, desk.accounts.finance.email, desk.accounts.second.email].sort(),
    );
    expect(await desk.refusal('organizer', does.show, { id: begin.id })).toBe('NOT_FOUND');

    const live = await desk.does('finance', does.approve, { input: { id: begin.id } });
    expect(live).toMatchObject({ slug: 'thirty-candles-for-thirty-beds', bySupporter: true, chapterId: null });
    expect(await desk.does<Fundraiser>('nobody', show, { token })).toMatchObject({
      status: 'LIVE',
      publicUrl: `${desk.app.config.PUBLIC_URL}/fundraisers/thirty-candles-for-thirty-beds`,
      beneficiaryName: "Women's Rights Group",
      mayPostUpdates: true,
    });
    const [mail] = await renderPendingEmails(desk.app, { recipient: 'kim@example.org', template: 'campaign-approved' });
    expect(mail!.text).toContain(`/fundraiser/${token}`);
  });

  test('edits the fundraiser during review; no one can approve text they have not read', async () => {
    const token = await startAndGetToken({ email: 'lee@example.org' });
    expect(await desk.does('nobody', edit, { input: { token, title: 'Forty candles' } })).toMatchObject({
      title: 'Forty candles',
      status: 'UNCONFIRMED',
    });
    const { id } = await desk.does<Fundraiser>('nobody', confirm, { input: { token } });
    const { updatedAt: read } = await desk.does('finance', readQuery, { id });
    desk.app.clock.advance(1_000);
    const swap = { input: { token, story: 'Buy pills at example.net' } };
    expect(await desk.does('nobody', edit, swap)).toMatchObject({ status: 'IN_REVIEW', story: swap.input.story });
    expect(await desk.refusal('finance', does.approve, { input: { id } })).toBe('CHANGED_MEANWHILE');
    expect(await desk.refusal('finance', approveRead, { id, readAt: read })).toBe('CHANGED_MEANWHILE');
    await desk.does('finance', does.changes, { input: { id, note: 'Which beds?' } });
    expect(await desk.does('nobody', show, { token })).toMatchObject({
      reviewNote: 'Which beds?',
      canEditText: true,
    });
    const again = await desk.does('nobody', edit, { input: { token, story: 'Beds in the house on Elm St.' } });
    expect(again).toMatchObject({ status: 'IN_REVIEW', story: 'Beds in the house on Elm St.' });
    await desk.does('finance', does.approve, { input: { id } });
    // Changes other than text take effect immediately.
    const goal = { amountMinor: 200_000, currency: 'USD' };
    expect(await desk.does('nobody', edit, { input: { token, goal, endsOn: '2026-12-31' } })).toMatchObject({
      status: 'LIVE',
      goal: { amountMinor: 200_000 },
      endsOn: '2026-12-31',
    });
    expect(await desk.faults('nobody', edit, { input: { token, endsOn: '2026-10-01' } })).toEqual({
      endsOn: 'in-the-past',
    });
  });

  test('edits a live fundraiser, which shows the approved text until the new one is reviewed', async () => {
    const token = await startAndGetToken({ email: 'ida@example.org', title: 'Ida walks' });
    const { id } = await desk.does<Fundraiser>('nobody', confirm, { input: { token } });
    const { slug } = await desk.does('finance', does.approve, { input: { id } });
    const showPublicly = () =>
      desk.does('nobody', 'query ($slug: String!) { campaign(slug: $slug) { title storyHtml status } }', { slug });
    const before = await showPublicly();
    const changed = await desk.does<Fundraiser>('nobody', edit, { input: { token, title: 'Ida runs' } });
    expect(changed).toMatchObject({ status: 'LIVE', title: 'Ida walks', edit: { title: 'Ida runs', note: null } });
    expect(await showPublicly()).toEqual(before);
    expect(await mailed('campaign-edited', desk.accounts.finance.email)).toEqual(['A change to review: Ida walks']);

    const { edit: waiting } = await desk.does<{ edit: { at: string } }>('finance', readQuery, { id });
    desk.app.clock.advance(1_000);
    await desk.does('nobody', edit, { input: { token, title: 'Ida sells pills' } });
    const answer = (parts: object) => ({ input: { id, readAt: waiting.at, ...parts } });
    expect(await desk.refusal('finance', review, answer({ approve: true }))).toBe('CHANGED_MEANWHILE');
    const { edit: newer } = await desk.does<{ edit: { at: string } }>('finance', readQuery, { id });
    expect(await desk.faults('finance', review, answer({ approve: false, readAt: newer.at }))).toEqual({
      note: 'required',
    });
    await desk.does('finance', review, answer({ approve: false, readAt: newer.at, note: 'No pills, please.' }));
    expect(await showPublicly()).toEqual(before);
    expect(await desk.does('nobody', show, { token })).toMatchObject({
      edit: { title: 'Ida sells pills', at: null, note: 'No pills, please.' },
    });
    expect(await mailed('campaign-edit-declined', 'ida@example.org')).toEqual(['About your change: Ida walks']);
    expect(await desk.refusal('finance', review, answer({ approve: true, readAt: newer.at }))).toBe('NOT_FOUND');

    desk.app.clock.advance(1_000);
    await desk.does('nobody', edit, { input: { token, title: 'Ida runs' } });
    const { edit: last } = await desk.does<{ edit: { at: string } }>('finance', readQuery, { id });
    await desk.does('finance', review, answer({ approve: true, readAt: last.at }));
    expect(await showPublicly()).toEqual({ ...before, title: 'Ida runs' });
    expect(await desk.does('nobody', show, { token })).toMatchObject({ title: 'Ida runs', edit: null });
    expect(await mailed('campaign-edit-approved', 'ida@example.org')).toEqual(['Your change is public: Ida runs']);
    // Restoring the approved text withdraws the pending edit.
    await desk.does('nobody', edit, { input: { token, title: 'Ida flies' } });
    expect(await desk.does('nobody', edit, { input: { token, title: 'Ida runs' } })).toMatchObject({ edit: null });
  });

  test('posts updates that are hidden until reviewed', async () => {
    const token = await startAndGetToken({ email: 'may@example.org', title: 'News first' });
    const write = { input: { token, title: 'Half way', body: 'Thank you!', idempotencyKey: 'n1' } };
    expect(await desk.refusal('nobody', news, write)).toBe('CAMPAIGN_STATUS');
    const { id } = await desk.does<Fundraiser>('nobody', confirm, { input: { token } });
    const { slug } = await desk.does('finance', does.approve, { input: { id } });
    await desk.does('nobody', news, write);
    const twice = await desk.does<Fundraiser>('nobody', news, write);
    expect(twice['updates']).toEqual([{ title: 'Half way', status: 'IN_REVIEW' }]);
    const showUpdates = () =>
      desk.does('nobody', 'query ($slug: String!) { campaign(slug: $slug) { updates { title } } }', { slug });
    expect(await showUpdates()).toEqual({ updates: [] });
    const [mail] = await renderPendingEmails(desk.app, {
      recipient: desk.accounts.finance.email,
      template: 'update-submitted',
    });
    expect(mail!.subject).toBe('An update to review: News first');
    const { updates } = await desk.does('finance', does.show, { id });
    const [update] = updates as Array<{ id: string }>;
    const publish = 'mutation ($input: SetUpdateStatusInput!) { setUpdateStatus(input: $input) { status } }';
    await desk.does('finance', publish, { input: { id: update!.id, status: 'PUBLISHED' } });
    expect(await showUpdates()).toEqual({ updates: [{ title: 'Half way' }] });
    expect(await mailed('update-published', 'may@example.org')).toEqual(['Your update is public: News first']);

    await desk.does('nobody', news, { input: { ...write.input, title: 'Not so good', idempotencyKey: 'n2' } });
    const both = (await desk.does('finance', does.show, { id })).updates as Array<{ id: string; title: string }>;
    const second = both.find(({ title }) => title === 'Not so good');
    await desk.does('finance', publish, { input: { id: second!.id, status: 'HIDDEN' } });
    expect(await mailed('update-declined', 'may@example.org')).toEqual(['Your update wasn’t published: News first']);
  });

  test('cannot send their own text to a stranger: the first email repeats nothing they entered', async () => {
    const words = { title: 'Cheap watches at example.net', story: 'Buy now', name: 'Mallory Cheapwatch' };
    await startAndGetToken({ email: 'stranger@example.org', ...words });
    const [mail] = await renderPendingEmails(desk.app, { recipient: 'stranger@example.org' });
    const said = `${mail!.subject} ${mail!.html} ${mail!.text}`;
    expect(Object.values(words).filter((typed) => said.includes(typed))).toEqual([]);
  });

  test('gets emails in the language of the form', async () => {
    await startAndGetToken({ email: 'sol@example.org', locale: 'ES' });
    const [mail] = await renderPendingEmails(desk.app, { recipient: 'sol@example.org' });
    expect(mail).toMatchObject({ subject: 'Confirma tu campaña', text: expect.stringContaining('?lang=es') });
  });

  test('is rejected with an invalid link', async () => {
    const { id } = await desk.live();
    // A campaign by an organizer has no personal link, even with a valid signature.
    for (const token of ['nonsense', desk.token('page', id), desk.token('campaign', id)]) {
      expect(await desk.does('nobody', show, { token })).toBeNull();
      for (const [operation, more] of [
        [confirm, {}],
        [edit, { title: 'Mine' }],
        [news, { title: 'Mine', body: 'Mine' }],
      ] as const) {
        expect(await desk.refusal('nobody', operation, { input: { token, ...more } })).toBe('NOT_FOUND');
      }
    }
    const token = await startAndGetToken({ email: 'old@example.org' });
    await desk.app.db.query(`UPDATE fundraising.campaign SET token_version = 1 WHERE organizer_email LIKE 'old@%'`);
    expect(await desk.does('nobody', show, { token })).toBeNull();
  });

  test('is limited to a few emails per address; unconfirmed fundraisers are deleted', async () => {
    const many = { email: 'many@example.org' };
    for (let n = 0; n < 5; n += 1) await desk.does('nobody', start, { input: input(many) });
    expect(await desk.refusal('nobody', start, { input: input(many) })).toBe('SOLUTION_NEEDED');
    const kept = await startAndGetToken({ email: 'kept@example.org' });
    await desk.does('nobody', confirm, { input: { token: kept } });
    desk.app.clock.advance(days(15));
    await desk.app.runJob('keep-retention');
    const sql = 'SELECT organizer_email AS email FROM fundraising.campaign WHERE organizer_email = ANY ($1)';
    expect(await desk.app.db.query(sql, [[many.email, 'kept@example.org']])).toEqual([{ email: 'kept@example.org' }]);
    desk.app.clock.set(now);
  });

  test('gets errors for all invalid fields', async () => {
    const wrong: Array<[Record<string, unknown>, unknown]> = [
      [{ title: '' }, { title: 'required' }],
      [{ name: ' ' }, { name: 'required' }],
      [{ story: '' }, { story: 'required' }],
      [{ goal: { amountMinor: -1, currency: 'USD' } }, { goal: 'not-positive' }],
      [{ goal: { amountMinor: 1000, currency: 'JPY' } }, { goal: 'other-currency' }],
      [{ endsOn: '2026-10-19' }, { endsOn: 'in-the-past' }],
    ];
    for (const [parts, faults] of wrong) {
      expect(await desk.faults('nobody', start, { input: input({ email: 'w@example.org', ...parts }) })).toEqual(
        faults,
      );
    }
  });
});

describe('gift notifications for fundraisers', () => {
  const giftEmails = async (recipient: string) =>
    (await renderPendingEmails(desk.app, { recipient })).filter(({ template }) => template.endsWith('-gifts'));
  const notify = () => desk.app.runJob('notify-gift-owners');
  let owner = 0;

  /** Creates a live fundraiser by a supporter, with a team and a team member. */
  async function startFundraiser(locale: 'EN' | 'ES' = 'EN') {
    const email = `owner-${(owner += 1)}@example.org`;
    const token = await startAndGetToken({ email, title: 'Owners hear', locale });
    const { id } = await desk.does<Fundraiser>('nobody', confirm, { input: { token } });
    await desk.does('finance', does.approve, { input: { id } });
    const team = await aPage(desk.app.db, { campaignId: id, kind: 'team', ownerEmail: `team-${email}` });
    const member = await aPage(desk.app.db, { campaignId: id, teamId: team.id, ownerEmail: `member-${email}` });
    const createGift = (parts: object = {}) =>
      aPaidGift(desk.app.db, { campaignId: id, paidAt: desk.app.clock.now(), ...parts });
    return { id, token, email, team, member, gift: createGift };
  }

  test('go to every owner whose page the gift counts for, with the public name of the donor', async () => {
    const { email, member, gift } = await startFundraiser();
    await gift({ pageId: member.id, name: 'Petra Quillfeather', shownAs: 'short_name', message: 'Run, Ana!' });
    await notify();
    for (const recipient of [email, `team-${email}`, `member-${email}`]) {
      const [mail, ...more] = await giftEmails(recipient);
      expect(more).toEqual([]);
      expect(mail!.text).toContain('Petra Q.: $50');
      expect(mail!.text).toContain('Run, Ana!');
      expect(`${mail!.subject}${mail!.text}${mail!.html}`).not.toContain('Quillfeather');
    }
  });

  test('are sent immediately for the first gift and then once a day, each gift once', async () => {
    const { email, gift } = await startFundraiser();
    await gift({ name: 'Ana Reyes' });
    await notify();
    await gift({ name: 'Bea Okafor' });
    await gift({ name: 'Cid Hidden', anonymous: true, intendedMinor: 2_000 });
    await notify();
    expect(await giftEmails(email)).toHaveLength(1);
    desk.app.clock.advance(days(1));
    await notify();
    await notify();
    const mails = await giftEmails(email);
    expect(mails.map(({ subject }) => subject)).toEqual(['A gift for Owners hear', '2 gifts for Owners hear']);
    expect(mails[1]!.text).toContain('Anonymous donor: $20');
    expect(withoutTokens(mails[1]!.text)).not.toMatch(/Cid|Ana Reyes/);
  });

  test('skip owners who turned them off, and refunded gifts', async () => {
    const { email, token, gift, member } = await startFundraiser('ES');
    await gift({ name: 'Ana Reyes' });
    const back = await gift({ name: 'Bea Okafor' });
    await desk.app.db.query(
      `UPDATE fundraising.gift SET status = 'refunded', refunded_minor = charged_minor,
         refunded_intended_minor = intended_minor WHERE id = $1`,
      [back.id],
    );
    await notify();
    const [mail] = await giftEmails(email);
    expect(mail!.subject).toBe('Una donación para Owners hear');
    expect(withoutTokens(mail!.text)).not.toContain('Bea');
    expect(mail!.text).toContain(`/fundraiser/${token}?lang=es`);
    await desk.does('nobody', edit, { input: { token, giftMails: false } });
    const pageToken = desk.token('page', member.id);
    await desk.does('nobody', 'mutation ($input: EditMyPageInput!) { editMyPage(input: $input) { giftMails } }', {
      input: { token: pageToken, giftMails: false },
    });
    desk.app.clock.advance(days(2));
    await gift({ name: 'Dee Lou', pageId: member.id });
    await notify();
    const rows = await desk.app.db.query(
      `SELECT recipient::text FROM notifications.mail WHERE template LIKE '%-gifts' AND recipient::text LIKE '%' || $1`,
      [email],
    );
    // The earlier email, and the one to the team, which left them on.
    expect(rows).toEqual([{ recipient: email }, { recipient: `team-${email}` }]);
  });
});
