import { closeDispute, issueFraudWarning, openDispute } from '@upstander/stripe-sandbox';
import type { CampaignKey } from '../fundraising/campaign-ideas.js';
import type { DemoServer } from './demo-server.js';
import { step, untouchedGift, type Step } from './story.js';

export function disputeSteps(server: DemoServer, now: Date): Step[] {
  const { sandbox } = server;
  const opened = new Map<string, string>();
  const open = (ago: number, name: string, campaign: CampaignKey, reason: string) =>
    step(now, ago, async () => {
      const gift = await untouchedGift(server, campaign, { least: 3_000 });
      if (gift) opened.set(name, openDispute(sandbox.store, gift.charge, { reason }).id);
      await sandbox.waitUntilSettled();
    });
  const close = (ago: number, name: string, outcome: 'won' | 'lost') =>
    step(now, ago, async () => {
      const dispute = opened.get(name);
      if (dispute) closeDispute(sandbox.store, dispute, outcome);
      await sandbox.waitUntilSettled();
    });
  return [
    open(209, 'first', 'nights', 'unrecognized'),
    close(168, 'first', 'won'),
    open(131, 'second', 'law', 'fraudulent'),
    close(92, 'second', 'lost'),
    open(6, 'third', 'nights', 'fraudulent'),
    step(now, 3.2, async () => {
      const gift = await untouchedGift(server, 'backpacks', { least: 3_000 });
      if (gift) issueFraudWarning(sandbox.store, gift.charge);
      await sandbox.waitUntilSettled();
    }),
  ];
}
