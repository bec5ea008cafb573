import { Refunds } from '@upstander/payments';
import { refundCharge } from '@upstander/stripe-sandbox';
import type { CampaignKey } from '../fundraising/campaign-ideas.js';
import type { DemoServer } from './demo-server.js';
import { admin, dollars, finance, step, untouchedGift, type Step } from './story.js';

type Reason = Parameters<Refunds['refund']>[1]['reason'];

const fullRefunds: ReadonlyArray<[number, CampaignKey, Reason]> = [
  [361, 'harbor', 'duplicate'],
  [288, 'nights', 'requested-by-donor'],
  [233, 'law', 'requested-by-donor'],
  [151, 'nights', 'duplicate'],
  [111, 'backpacks', 'wrong-amount'],
  [52, 'nights', 'requested-by-donor'],
  [13, 'backpacks', 'duplicate'],
];

export function refundSteps(server: DemoServer, now: Date): Step[] {
  return [
    ...fullRefunds.map(([ago, campaign, reason]) => step(now, ago, () => refundGift(server, campaign, reason))),
    step(now, 176, () => refundPartsOfGift(server)),
    step(now, 84, async () => {
      const gift = await untouchedGift(server, 'nights', { least: 6_000 });
      if (gift) refundCharge(server.sandbox.store, gift.charge, { amount: 2_000 });
      await server.sandbox.waitUntilSettled();
    }),
    step(now, 41, () => largeRefund(server, true)),
    step(now, 1.4, () => largeRefund(server, false)),
  ];
}

async function refundGift(server: DemoServer, campaign: CampaignKey, reason: Reason): Promise<void> {
  const gift = await untouchedGift(server, campaign);
  if (!gift) return;
  await server.service(Refunds).refund(finance(), { giftId: gift.id, reason });
  await server.sandbox.waitUntilSettled();
}

async function refundPartsOfGift(server: DemoServer): Promise<void> {
  const gift = await untouchedGift(server, 'nights', { least: 10_000, most: 24_000 });
  if (!gift) return;
  for (const amount of [2_500, 3_000]) {
    await server
      .service(Refunds)
      .refund(finance(), { giftId: gift.id, amount: dollars(amount), reason: 'wrong-amount' });
    await server.sandbox.waitUntilSettled();
  }
}

async function largeRefund(server: DemoServer, approved: boolean): Promise<void> {
  const gift = await untouchedGift(server, 'nights', { least: 50_000, most: 90_000 });
  if (!gift) return;
  const { refund } = await server.service(Refunds).refund(finance(), {
    giftId: gift.id,
    reason: 'requested-by-donor',
    note: 'Gave the amount of a whole year by mistake; called on Monday.',
  });
  if (approved) await server.service(Refunds).approve(admin(), { id: refund.id });
  await server.sandbox.waitUntilSettled();
}
