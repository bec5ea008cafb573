import { Config } from '@upstander/platform';
import { payOut, writeJournal } from '@upstander/stripe-sandbox';
import { stopCampaigns } from '../fundraising/campaigns.js';
import { Random } from '../random.js';
import { giftSeed } from './donors.js';
import { startDemoServer, type DemoServer } from './demo-server.js';
import { plannedGifts, type GiverCounts } from './planned-gifts.js';
import { deskSteps } from './desk.js';
import { disputeSteps } from './disputes.js';
import { handoverSteps } from './handovers.js';
import { newsSteps } from './news.js';
import { offlineSteps } from './offline.js';
import { recurringGiftSteps } from './recurring-gifts.js';
import { refundSteps } from './refunds.js';
import { giveOnline } from './play-gifts.js';
import type { Step } from './story.js';

export interface PlayOptions extends GiverCounts {
  /** File for the state of the local Stripe; nothing is stored without it. */
  stateFile?: string | null;
}

const incidents = [refundSteps, disputeSteps, recurringGiftSteps, offlineSteps, newsSteps, handoverSteps, deskSteps];

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const STORY_DAYS = 430;

/**
 * Simulates fourteen months of giving on loaded demo data. Uses the real services and a local Stripe in this process,
 * with a simulated clock.
 */
export async function playGifts(config: Config, now: Date, options: PlayOptions = {}): Promise<{ gifts: number }> {
  const from = new Date(now.valueOf() - STORY_DAYS * DAY);
  // One of the fundraisers was for a partner, whatever the current setting.
  const server = await startDemoServer(new Config({ ...config, FUNDRAISING_MODE: 'named-beneficiaries' }), from);
  try {
    const random = new Random(giftSeed);
    const gifts = plannedGifts(random, now, options);
    const steps: Step[] = [
      ...gifts.map((gift) => ({ at: gift.at, run: async () => void (await giveOnline(server, gift)) })),
      ...incidents.flatMap((steps) => steps(server, now)),
      ...dailySteps(server, from, now),
    ];
    steps.sort((one, other) => one.at.valueOf() - other.at.valueOf());
    for (const { at, run } of steps) {
      await advanceClock(server, at, now);
      await run();
    }
    await advanceClock(server, now, now);
    await endOfDay(server);
    await endOfWeek(server);
    await markEmailsSent(server);
    const [row] = await server.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM fundraising.gift WHERE paid_at IS NOT NULL',
    );
    return { gifts: row?.n ?? 0 };
  } finally {
    await server.close();
    if (options.stateFile) saveState(server, options.stateFile);
  }
}

/**
 * Moves the clock forward. The Health screen shows the delay of Stripe webhooks in the last hour, so the last two hours
 * advance by the minute and wait for pending events. Earlier months are skipped in large steps.
 */
export async function advanceClock(
  { sandbox, clock }: Pick<DemoServer, 'sandbox' | 'clock'>,
  at: Date,
  end: Date,
): Promise<void> {
  const watched = end.valueOf() - 120 * MINUTE;
  for (let next = watched; next < at.valueOf(); next += MINUTE) {
    if (next <= clock.now().valueOf()) continue;
    await sandbox.waitUntilSettled();
    clock.set(new Date(next));
  }
  if (at.valueOf() > watched) await sandbox.waitUntilSettled();
  clock.set(at);
}

function dailySteps(server: DemoServer, from: Date, now: Date): Step[] {
  const midnight = from.valueOf() - (from.valueOf() % DAY);
  return Array.from({ length: STORY_DAYS }, (_, n) => ({
    at: new Date(midnight + (n + 1) * DAY - 1_000),
    run: async () => {
      await server.sandbox.waitUntilSettled();
      await server.db.transaction((tx) => stopCampaigns(tx, now, server.clock.now()));
      if (n % 7 === 0) await endOfWeek(server);
      await endOfDay(server);
    },
  })).filter(({ at }) => at > from && at < now);
}

async function endOfDay({ sandbox, runJob }: DemoServer): Promise<void> {
  await sandbox.waitUntilSettled();
  await runJob('match-gifts');
  await runJob('issue-receipts');
}

async function endOfWeek({ sandbox, runJob }: DemoServer): Promise<void> {
  payOut(sandbox.store);
  await sandbox.waitUntilSettled();
  await runJob('book-balance-transactions');
  await runJob('expire-gifts');
}

/** Marks all emails as sent, so that no one gets a year of emails. */
async function markEmailsSent({ db }: DemoServer): Promise<void> {
  await db.query(
    `UPDATE notifications.mail SET status = 'sent', sent_at = due_at, attempts = 1 WHERE status NOT IN ('sent', 'failed', 'bounced')`,
  );
}

/** Events are kept for 30 days, as in Stripe. */
function saveState({ sandbox, clock }: DemoServer, file: string): void {
  const { store } = sandbox;
  const oldest = clock.now().valueOf() / 1000 - 30 * 86_400;
  for (const { id, created } of [...store.all('event').oldestFirst()]) if (created < oldest) store.remove('event', id);
  writeJournal(file, sandbox.snapshot());
}
