import { SignedIds } from '@upstander/platform';
import { issueFraudWarning } from '@upstander/stripe-sandbox';
import type { TestApp } from '../app.js';
import { Desk } from '../campaigns.js';
import { aPage } from '../factories.fundraising.js';
import { usd } from '../finance.js';
import { aGiftInput, chargeOf, donate } from '../giving.js';
import { refund } from '../money-people.js';
import { days } from '../movable-clock.js';
import type { SandboxHandle } from '../stripe.js';

/** Parts of an anonymous donor's name. Finding any of them is a leak. */
export const hiddenNames = ['Quorra', 'Vexley', 'vexley.example', 'Quillfeather'];
/** A donor who allows the name, to show that the search works. */
export const openName = 'Olive Opengiver';
export const hiddenEmail = 'quorra@vexley.example';
/** A donor with default settings: only “Petra Q.” is public. */
export const shortName = 'Petra Q.';
export const shortSurname = 'Quillfeather';
export const shortEmail = 'petra@partly.example';

export interface AnonymousDonorScenario {
  desk: Desk;
  campaign: { id: string; slug: string };
  page: { id: string; slug: string };
  /** Links of people who aren't the donor: the fundraiser's organizer and the page's owner. */
  tokens: string[];
}

const now = new Date('2026-11-10T18:00:00Z');

/** One person gives anonymously in every way, with everything that can happen to a gift. */
export async function createAnonymousDonor(app: TestApp, stripe: SandboxHandle): Promise<AnonymousDonorScenario> {
  app.clock.set(now);
  const desk = await Desk.of(app);
  const { id, slug } = await desk.live({ title: 'Twelve beds', goal: usd(1_000) });
  await app.db.query('UPDATE fundraising.campaign SET by_supporter = true WHERE id = $1', [id]);
  const page = await aPage(app.db, { campaignId: id, title: 'Ten miles for beds', now });
  const startGift = giftStarter(app, stripe, slug);

  await startGift({
    name: openName,
    email: 'olive@open.example',
    display: 'FULL_NAME',
    updatesWanted: true,
    message: 'Sleep well.',
  });
  const partlyAnonymous = { name: 'Petra Quillfeather', email: shortEmail, updatesWanted: true };
  await startGift({ ...partlyAnonymous, pageSlug: page.slug, message: 'A little.' });
  await startGift({ ...partlyAnonymous, frequency: 'MONTHLY' });
  const secret = { name: 'Quorra Vexley', email: hiddenEmail, anonymous: true, updatesWanted: true };
  const words = { message: 'For the beds.', employerMatchNote: 'Vexley Works doubles it' };
  const first = await startGift({ ...secret, ...words, pageSlug: page.slug, coverFee: true });
  await startGift({ ...secret, frequency: 'MONTHLY', locale: 'ES' });
  const disputed = await startGift({ ...secret, amount: usd(31) });
  await desk.does(
    'nobody',
    'mutation ($input: DedicateGiftInput!) { dedicateGift(input: $input) { dedication { honoree } } }',
    {
      input: {
        token: first.token,
        kind: 'HONOUR',
        honoree: 'Old Friend',
        notifyName: 'Ivo',
        notifyEmail: 'ivo@told.example',
      },
    },
  );
  const offline = { campaignId: id, method: 'CHEQUE', amount: usd(70), receivedOn: '2026-11-09', reference: 'No 7' };
  await desk.does('finance', 'mutation ($input: RecordOfflineGiftInput!) { recordOfflineGift(input: $input) { id } }', {
    input: { ...offline, name: secret.name, email: secret.email, anonymous: true },
  });
  const pool = { campaignId: id, sponsorName: 'Harbor Bank', ratioPercent: 50, cap: usd(500) };
  await desk.does(
    'finance',
    'mutation ($input: CreateMatchingPoolInput!) { createMatchingPool(input: $input) { id } }',
    {
      input: { ...pool, startsAt: '2026-11-10T00:00:00Z', endsAt: '2026-11-30T00:00:00Z' },
    },
  );
  await refund(app, { cookie: desk.cookie('finance')! }, first.id, 1_500);
  await stripe.openDispute(disputed.charge);
  issueFraudWarning(stripe.sandbox.store, first.charge);
  await stripe.waitUntilSettled();
  for (const job of ['book-balance-transactions', 'match-gifts', 'issue-receipts'] as const) await app.runJob(job);
  await desk.does(
    'organizer',
    'mutation ($input: PostCampaignUpdateInput!) { postCampaignUpdate(input: $input) { id } }',
    { input: { campaignId: id, title: 'Half way', body: 'Six beds are there.' } },
  );
  const disbursementToRecord = { campaignId: id, amount: usd(20), paidOn: '2026-11-10' };
  const disbursement = await desk.does<{ id: string }>(
    'finance',
    'mutation ($input: RecordDisbursementInput!) { recordDisbursement(input: $input) { id } }',
    { input: disbursementToRecord },
  );
  await desk.does('second', 'mutation ($input: DisbursementIdInput!) { approveDisbursement(input: $input) { id } }', {
    input: { id: disbursement.id },
  });
  await stripe.clock.advance(days(2));
  await app.runJob('notify-honourees');
  await stripe.clock.advance(days(60));
  await desk.moveTo('2027-01-11T18:00:00Z');
  for (const job of jobs) await app.runJob(job);
  const token = (purpose: string, recordId: string) => app.nest.get(SignedIds).sign(purpose, recordId);
  return { desk, campaign: { id, slug }, page, tokens: [token('campaign', id), token('page', page.id)] };
}

const jobs = [
  ...(['book-balance-transactions', 'match-gifts', 'issue-receipts', 'mail-campaign-updates'] as const),
  ...(['make-yearly-statements', 'watch-disbursements', 'check-ledger'] as const),
];

/** Gives under a name that differs between Stripe and our page. */
function giftStarter(app: TestApp, stripe: SandboxHandle, slug: string) {
  return async (parts: Record<string, unknown>): Promise<{ id: string; token: string; charge: string }> => {
    const { data, errors } = await donate(app, aGiftInput(slug, parts));
    if (errors) throw new Error(JSON.stringify(errors));
    const { gift, checkoutUrl, token } = data.startDonation;
    const name = String(parts['name']).replace(' ', ' B. ');
    await stripe.pay(checkoutUrl, { name, email: String(parts['email']) });
    return { id: gift.id, token, charge: (await chargeOf(app, gift.id)) ?? '' };
  };
}
