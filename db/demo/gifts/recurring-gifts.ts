import { StopRecurringGifts } from '@upstander/donations';
import type { DemoServer } from './demo-server.js';
import { finance, step, type Step } from './story.js';

export function recurringGiftSteps(server: DemoServer, now: Date): Step[] {
  return [
    ...Array.from({ length: 105 }, (_, n) => step(now, 421 - n * 4, () => replaceCards(server))),
    ...[310, 200, 120, 47].map((ago) => step(now, ago, () => stopOldest(server))),
  ];
}

async function replaceCards({ sandbox }: DemoServer): Promise<void> {
  for (const { id, status, customer, default_payment_method: method } of [
    ...sandbox.store.all('subscription').oldestFirst(),
  ]) {
    if (status !== 'past_due') continue;
    const { email } = sandbox.store.get('customer', customer as string);
    if (
      (email ?? '').length % 2 === 0 &&
      sandbox.store.find('payment_method', method as string)?.card?.last4 === '0341'
    ) {
      sandbox.call(`POST /v1/subscriptions/${id}`, { default_payment_method: 'pm_card_visa' });
    }
  }
  await sandbox.waitUntilSettled();
}

async function stopOldest({ db, sandbox, service }: DemoServer): Promise<void> {
  const [recurringGift] = await db.query<{ id: string }>(
    `SELECT id FROM fundraising.recurring_gift WHERE status = 'active' AND stopped_at IS NULL ORDER BY started_at LIMIT 1`,
  );
  if (recurringGift)
    await service(StopRecurringGifts).byStaff(finance(), { id: recurringGift.id, note: 'Asked by phone.' });
  await sandbox.waitUntilSettled();
}
