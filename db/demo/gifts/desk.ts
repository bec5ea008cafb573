import { Payouts } from '@upstander/payments';
import { dateOf, daysBefore } from '../fundraising/days.js';
import type { DemoServer } from './demo-server.js';
import { dollars, finance, step, type Step } from './story.js';

/** Confirms payouts against the bank statement once a month; the latest ones stay open. */
export function deskSteps(server: DemoServer, now: Date): Step[] {
  return Array.from({ length: 14 }, (_, n) => step(now, 411 - n * 30, () => confirmPayouts(server)));
}

async function confirmPayouts({ db, clock, service }: DemoServer): Promise<void> {
  const arrived = await db.query<{ id: string; amount: string; arrivedOn: string }>(
    `SELECT id, amount_minor::text AS amount, arrives_on::text AS "arrivedOn" FROM fundraising.payout
     WHERE bank_seen_on IS NULL AND status = 'paid' AND arrives_on < $1 ORDER BY arrives_on, stripe_payout_id`,
    [dateOf(daysBefore(clock.now(), 2))],
  );
  for (const { id, amount, arrivedOn } of arrived) {
    await service(Payouts).confirm(finance(), { id, bankAmount: dollars(BigInt(amount)), statementDate: arrivedOn });
  }
}
