import { Config } from '@upstander/platform';
import { payOut, writeJournal } from '@upstander/stripe-sandbox';
import { stopCampaigns } from '../fundraising/campaigns.js';
import { Random } from '../random.js';
import { giftSeed } from './donors.js';
import { startDemoServer, type DemoServer } from './demo-server.js';
import { plannedGifts } from './planned-gifts.js';
import { incidents } from './incidents.js';
import { give } from './play-gifts.js';
import type { Step } from './story.js';

export interface PlayOptions {
  /** How many people give once, and how many begin to give every month. */
  once?: number;
  recurringGifts?: number;
  /** Where the local Stripe keeps what it knows; without it nothing is kept. */
  stateFile?: string | null;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const STORY_DAYS = 430;

/**
 * Lets fourteen months of giving happen to loaded demo data: gifts on the site, monthly ones that go on by themselves,
 * refunds, disputes, a match, money handed over. Our own services do all of it, and a local Stripe in this process;
 * only time is made up.
 */
export async function playGifts(config: Config, now: Date, options: PlayOptions = {}): Promise<{ gifts: number }> {
  const { once = 1_400, recurringGifts = 62, stateFile = null } = options;
  const from = new Date(now.valueOf() - STORY_DAYS * DAY);
  // One of the fundraisers was for a partner, however the installation is set up now.
  const server = await startDemoServer(new Config({ ...config, FUNDRAISING_MODE: 'named-beneficiaries' }), from);
  try {
    const random = new Random(giftSeed);
    const gifts = plannedGifts(random, now, { once, recurringGifts });
    const steps: Step[] = [
      ...gifts.map((gift) => ({ at: gift.at, run: async () => void (await give(server, gift)) })),
      ...incidents(server, now),
      ...days(server, from, now),
    ];
    steps.sort((one, other) => one.at.valueOf() - other.at.valueOf());
    for (const { at, run } of steps) {
      await goOn(server, at, now);
      await run();
    }
    await goOn(server, now, now);
    await endOfDay(server);
    await endOfWeek(server);
    await mailsAreSent(server);
    const [row] = await server.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM fundraising.gift WHERE paid_at IS NOT NULL',
    );
    return { gifts: row?.n ?? 0 };
  } finally {
    await server.close();
    if (stateFile) keep(server, stateFile);
  }
}

/**
 * The Health screen says how long news of Stripe took in the last hour, so in the last two time goes on minute by minute, and never
 * before what was told is here. In the months before it leaps: a demo would take much longer to load.
 */
export async function goOn(
  { sandbox, clock }: Pick<DemoServer, 'sandbox' | 'clock'>,
  at: Date,
  end: Date,
): Promise<void> {
  const watched = end.valueOf() - 120 * MINUTE;
  for (let next = watched; next < at.valueOf(); next += MINUTE) {
    if (next <= clock.now().valueOf()) continue;
    await sandbox.settled();
    clock.set(new Date(next));
  }
  if (at.valueOf() > watched) await sandbox.settled();
  clock.set(at);
}

/** Every day what was due happens; every week money goes to the bank and the desk does its work. */
function days(server: DemoServer, from: Date, now: Date): Step[] {
  const midnight = from.valueOf() - (from.valueOf() % DAY);
  return Array.from({ length: STORY_DAYS }, (_, n) => ({
    at: new Date(midnight + (n + 1) * DAY - 1_000),
    run: async () => {
      await server.sandbox.settled();
      await server.db.transaction((tx) => stopCampaigns(tx, now, server.clock.now()));
      if (n % 7 === 0) await endOfWeek(server);
      await endOfDay(server);
    },
  })).filter(({ at }) => at > from && at < now);
}

/** What the worker does within minutes: receipts go out, and sponsors match what came in. */
async function endOfDay({ sandbox, runJob }: DemoServer): Promise<void> {
  await sandbox.settled();
  await runJob('match-gifts');
  await runJob('issue-receipts');
}

/** Money goes to the bank, and what Stripe lists is read. */
async function endOfWeek({ sandbox, runJob }: DemoServer): Promise<void> {
  payOut(sandbox.store);
  await sandbox.settled();
  await runJob('book-balance-transactions');
  await runJob('expire-gifts');
}

/** These letters were read long ago: nobody's mailbox is filled with a year of them. */
async function mailsAreSent({ db }: DemoServer): Promise<void> {
  await db.query(
    `UPDATE notifications.mail SET status = 'sent', sent_at = due_at, attempts = 1 WHERE status NOT IN ('sent', 'failed', 'bounced')`,
  );
}

/** Stripe keeps events for thirty days; so does what is kept here. */
function keep({ sandbox, clock }: DemoServer, file: string): void {
  const { store } = sandbox;
  const oldest = clock.now().valueOf() / 1000 - 30 * 86_400;
  for (const { id, created } of [...store.all('event').oldestFirst()]) if (created < oldest) store.remove('event', id);
  writeJournal(file, sandbox.snapshot());
}
