import { Desk, campaignOperations as does } from '../support/campaigns.js';
import { days } from '../support/movable-clock.js';
import { writtenMails } from '../support/written-mails.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now, { config: { TRUST_PROXY: 'true' } });
});
afterAll(() => desk.close());

const mine = `{ id status reviewNote title story goal { amountMinor } raised { amountMinor } endsOn wordsEditable editable
  mayPostUpdates publicUrl beneficiaryName updates { title status } }`;
const start = 'mutation ($input: StartFundraiserInput!) { startFundraiser(input: $input) { ok } }';
const confirm = `mutation ($input: FundraiserTokenInput!) { confirmFundraiser(input: $input) ${mine} }`;
const edit = `mutation ($input: EditMyFundraiserInput!) { editMyFundraiser(input: $input) ${mine} }`;
const news = `mutation ($input: PostMyUpdateInput!) { postMyUpdate(input: $input) ${mine} }`;
const show = `query ($token: String!) { myFundraiser(token: $token) ${mine} }`;

interface Mine {
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

/** The token in the mail, as Kim finds it. */
async function tokenInMail(recipient: string): Promise<string> {
  const [mail] = await writtenMails(desk.app, { recipient, template: 'fundraiser-confirm' });
  return /\/fundraiser\/([\w-]+)/.exec(mail?.text ?? '')![1]!;
}

async function begun(parts: Record<string, unknown> & { email: string }): Promise<string> {
  await desk.does('nobody', start, { input: input(parts) });
  return tokenInMail(parts.email);
}

describe('a supporter without an account', () => {
  test('answers three questions, confirms by mail, is read, and is live', async () => {
    expect(await desk.does('nobody', start, { input: input() })).toEqual({ ok: true });
    const token = await tokenInMail('kim@example.org');
    const begin = await desk.does<Mine>('nobody', show, { token });
    expect(begin).toMatchObject({ status: 'UNCONFIRMED', wordsEditable: true, publicUrl: null, mayPostUpdates: false });
    // A typed address proves nothing: nobody was asked to read it yet.
    expect(await writtenMails(desk.app, { template: 'campaign-submitted' })).toEqual([]);
    expect(await desk.refusal('admin', does.approve, { input: { id: begin.id } })).toBe('CAMPAIGN_STATUS');

    const handedIn = await desk.does<Mine>('nobody', confirm, { input: { token } });
    expect(handedIn).toMatchObject({ status: 'IN_REVIEW', wordsEditable: false });
    await desk.does('nobody', confirm, { input: { token } });
    const told = await writtenMails(desk.app, { template: 'campaign-submitted' });
    // It belongs to the organisation, so nobody of a chapter is asked: the admin and the two of finance are.
    expect(told.map(({ recipient }) => recipient).sort()).toEqual(
      [desk.accounts.admin.email, desk.accounts.finance.email, desk.accounts.second.email].sort(),
    );
    expect(await desk.refusal('organizer', does.show, { id: begin.id })).toBe('NOT_FOUND');

    const live = await desk.does('finance', does.approve, { input: { id: begin.id } });
    expect(live).toMatchObject({ slug: 'thirty-candles-for-thirty-beds', bySupporter: true, chapterId: null });
    expect(await desk.does<Mine>('nobody', show, { token })).toMatchObject({
      status: 'LIVE',
      publicUrl: `${desk.app.config.PUBLIC_URL}/fundraisers/thirty-candles-for-thirty-beds`,
      beneficiaryName: "Women's Rights Group",
      mayPostUpdates: true,
    });
    const [mail] = await writtenMails(desk.app, { recipient: 'kim@example.org', template: 'campaign-approved' });
    expect(mail!.text).toContain(`/fundraiser/${token}`);
  });

  test('changes nothing while somebody reads it, and hands it in again by changing it', async () => {
    const token = await begun({ email: 'lee@example.org' });
    expect(await desk.does('nobody', edit, { input: { token, title: 'Forty candles' } })).toMatchObject({
      title: 'Forty candles',
      status: 'UNCONFIRMED',
    });
    const { id } = await desk.does<Mine>('nobody', confirm, { input: { token } });
    const swap = { input: { token, story: 'Buy pills at example.net' } };
    expect(await desk.refusal('nobody', edit, swap)).toBe('FUNDRAISER_BEING_READ');
    await desk.does('finance', does.changes, { input: { id, note: 'Which beds?' } });
    expect(await desk.does('nobody', show, { token })).toMatchObject({
      reviewNote: 'Which beds?',
      wordsEditable: true,
    });
    const again = await desk.does('nobody', edit, { input: { token, story: 'Beds in the house on Elm St.' } });
    expect(again).toMatchObject({ status: 'IN_REVIEW', story: 'Beds in the house on Elm St.' });
    await desk.does('finance', does.approve, { input: { id } });
    expect(await desk.refusal('nobody', edit, swap)).toBe('FUNDRAISER_PUBLIC');
    // What is no word of it may still move.
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

  test('writes news that nobody sees before it was read', async () => {
    const token = await begun({ email: 'may@example.org', title: 'News first' });
    const write = { input: { token, title: 'Half way', body: 'Thank you!', idempotencyKey: 'n1' } };
    expect(await desk.refusal('nobody', news, write)).toBe('CAMPAIGN_STATUS');
    const { id } = await desk.does<Mine>('nobody', confirm, { input: { token } });
    const { slug } = await desk.does('finance', does.approve, { input: { id } });
    await desk.does('nobody', news, write);
    const twice = await desk.does<Mine>('nobody', news, write);
    expect(twice['updates']).toEqual([{ title: 'Half way', status: 'IN_REVIEW' }]);
    const seen = () =>
      desk.does('nobody', 'query ($slug: String!) { campaign(slug: $slug) { updates { title } } }', { slug });
    expect(await seen()).toEqual({ updates: [] });
    const [mail] = await writtenMails(desk.app, {
      recipient: desk.accounts.finance.email,
      template: 'update-submitted',
    });
    expect(mail!.subject).toBe('News to read first: News first');
    const { updates } = await desk.does('finance', does.show, { id });
    const [update] = updates as Array<{ id: string }>;
    const publish = 'mutation ($input: SetUpdateStatusInput!) { setUpdateStatus(input: $input) { status } }';
    await desk.does('finance', publish, { input: { id: update!.id, status: 'PUBLISHED' } });
    expect(await seen()).toEqual({ updates: [{ title: 'Half way' }] });
  });

  test('is nobody whose name is an address', async () => {
    const typed = input({ email: 'mallory@example.org', name: 'www.evil.example' });
    expect(await desk.faults('nobody', start, { input: typed })).toEqual({ name: 'not-a-name' });
  });

  test('is not believed: the first mail repeats nothing that was typed', async () => {
    const words = { title: 'Cheap watches at example.net', story: 'Buy now', name: 'Mallory Cheapwatch' };
    await begun({ email: 'stranger@example.org', ...words });
    const [mail] = await writtenMails(desk.app, { recipient: 'stranger@example.org' });
    for (const typed of Object.values(words))
      expect(`${mail!.subject} ${mail!.html} ${mail!.text}`).not.toContain(typed);
  });

  test('is told in the language they wrote in', async () => {
    await begun({ email: 'sol@example.org', locale: 'ES' });
    const [mail] = await writtenMails(desk.app, { recipient: 'sol@example.org' });
    expect(mail!.subject).toBe('Confirma tu campaña');
    expect(mail!.text).toContain('?lang=es');
  });

  test('opens nothing with a link that was not sent', async () => {
    const { id } = await desk.live();
    // The campaign of an organizer has no such link, however well it is signed.
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
    const token = await begun({ email: 'old@example.org' });
    await desk.app.db.query(
      `UPDATE fundraising.campaign SET token_version = 1 WHERE organizer_email = 'old@example.org'`,
    );
    expect(await desk.does('nobody', show, { token })).toBeNull();
  });

  test('is stopped after some mails to one address, and is forgotten without a confirmation', async () => {
    const many = { email: 'many@example.org' };
    for (let n = 0; n < 5; n += 1) await desk.does('nobody', start, { input: input(many) });
    expect(await desk.refusal('nobody', start, { input: input(many) })).toBe('TOO_MANY_TRIES');
    const kept = await begun({ email: 'kept@example.org' });
    await desk.does('nobody', confirm, { input: { token: kept } });
    const count = async (email: string) =>
      (await desk.app.db.query('SELECT FROM fundraising.campaign WHERE organizer_email = $1', [email])).length;
    desk.app.clock.advance(days(15));
    await desk.app.runJob('forget-fundraisers');
    expect([await count('many@example.org'), await count('kept@example.org')]).toEqual([0, 1]);
    desk.app.clock.set(now);
  });

  test('names what is wrong with what they typed', async () => {
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
