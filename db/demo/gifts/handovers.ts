import { Disbursements } from '@upstander/accounting';
import { MatchingPools, SponsorPayments } from '@upstander/donations';
import { campaignId } from '../fundraising/campaigns.js';
import type { CampaignKey } from '../fundraising/campaign-ideas.js';
import { dateOf, daysBefore } from '../fundraising/days.js';
import { idOf } from '../random.js';
import type { DemoServer } from './demo-server.js';
import { admin, dollars, finance, step, type Step } from './story.js';

export function handoverSteps(server: DemoServer, now: Date): Step[] {
  const pools = new Map<string, string>();
  return [
    step(now, 331, () =>
      createPool(server, pools, now, {
        name: 'Pacific Rope & Sail',
        campaign: 'harbor',
        hidden: false,
        ratio: 50,
        cap: 150_000,
        until: 290,
      }),
    ),
    step(now, 286, () => recordSponsorPayment(server, pools.get('Pacific Rope & Sail'), 'PRS 0331')),
    step(now, 300, () => disburse(server, 'harbor', { percent: 70n, proof: 'proof harbor 1' })),
    step(now, 206, () => disburse(server, 'harbor', { percent: 100n, proof: 'proof harbor 2' })),
    step(now, 180, () => disburse(server, 'nights', { percent: 60n, proof: 'proof nights 1' })),
    step(now, 34, () =>
      createPool(server, pools, now, {
        name: 'The Lindqvist family',
        campaign: 'nights',
        hidden: true,
        ratio: 100,
        cap: 1_500_000,
        until: -36,
      }),
    ),
    step(now, 9, () => recordSponsorPayment(server, pools.get('The Lindqvist family'), 'First part')),
    step(now, 2.3, () => disburse(server, 'law', { percent: 50n, proof: null })),
  ];
}

interface Pool {
  name: string;
  campaign: CampaignKey;
  hidden: boolean;
  ratio: number;
  cap: number;
  /** Days before now. */
  until: number;
}

async function createPool(
  server: DemoServer,
  pools: Map<string, string>,
  now: Date,
  { name, campaign, hidden, ratio, cap, until }: Pool,
): Promise<void> {
  const { id } = await server.service(MatchingPools).create(finance(), {
    campaignId: campaignId(campaign),
    sponsorName: name,
    sponsorHidden: hidden,
    ratioPercent: ratio,
    cap: dollars(cap),
    startsAt: server.clock.now(),
    endsAt: daysBefore(now, until),
  });
  pools.set(name, id);
}

async function recordSponsorPayment(server: DemoServer, poolId: string | undefined, reference: string): Promise<void> {
  await server.sandbox.waitUntilSettled();
  await server.runJob('match-gifts');
  const [found] = await server.db.query<{ minor: string }>(
    'SELECT (matched_minor - received_minor)::text AS minor FROM fundraising.matching_pool WHERE id = $1',
    [poolId],
  );
  const amount = BigInt(found?.minor ?? 0);
  if (poolId === undefined || amount <= 0n) return;
  const receivedOn = dateOf(server.clock.now());
  await server.service(SponsorPayments).record(finance(), { poolId, amount: dollars(amount), receivedOn, reference });
}

/** Without a receipt of transfer it stays open. */
async function disburse(
  server: DemoServer,
  campaign: CampaignKey,
  { percent, proof }: { percent: bigint; proof: string | null },
): Promise<void> {
  const today = dateOf(server.clock.now());
  await server.sandbox.waitUntilSettled();
  await server.runJob('book-balance-transactions');
  const [found] = await server.db.query<{ minor: string }>(`SELECT fundraising.disbursable($1, 'USD')::text AS minor`, [
    campaignId(campaign),
  ]);
  const amount = (BigInt(found?.minor ?? 0) * percent) / 100n;
  if (amount <= 0n) return;
  const { id } = await server.service(Disbursements).record(finance(), {
    campaignId: campaignId(campaign),
    amount: dollars(amount),
    paidOn: today,
    reference: `Wire ${today.replaceAll('-', '')}`,
    evidenceFileId: proof && idOf('file', proof),
  });
  if (proof) await server.service(Disbursements).approve(admin(), id);
}
