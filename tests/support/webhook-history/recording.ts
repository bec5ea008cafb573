import { StripeEvents, StripeGateway } from '@upstander/payments';
import { clientOf } from '@upstander/stripe-sandbox';
import type Stripe from 'stripe';
import type { TestApp } from '../app.js';
import { aCampaign } from '../factories.fundraising.js';
import { startAppWithStripe, type SandboxHandle } from '../stripe.js';
import { startStoryGift } from './start-story-gift.js';
import { bookedLinesOf, giftsOf, type BookedLine } from './books.js';
import { TableSnapshot } from '../table-snapshot.js';
import { stories } from './stories.js';

export interface Chapter {
  name: string;
  events: Stripe.Event[];
  books: BookedLine[];
  gifts: Array<{ key: string; line: string }>;
}

export interface Recording {
  app: TestApp;
  stripe: SandboxHandle;
  chapters: Chapter[];
  /** Snapshot with started gifts, before any event. */
  before: TableSnapshot;
  close(): Promise<void>;
}

export async function recordStory(): Promise<Recording> {
  const { app, stripe, close } = await startAppWithStripe();
  const campaign = await aCampaign(app.db);
  const startedGifts = [];
  for (const [n, story] of stories.entries()) startedGifts.push(await startStoryGift(app, campaign.slug, story, n));
  const before = await TableSnapshot.take(app, ['fundraising', 'ledger', 'notifications']);
  const handledTypes = new Set<string>([...app.nest.get(StripeEvents, { strict: false }).types(), 'charge.succeeded']);
  const chapters: Chapter[] = [];
  for (const [n, story] of stories.entries()) {
    const [recordedEvents, bookedLines, knownGifts] = [
      stripe.events().length,
      refsOf(await bookedLinesOf(app.db)),
      keys(await giftsOf(app.db)),
    ];
    await story.play(stripe, startedGifts[n]!);
    await stripe.waitUntilSettled();
    chapters.push({
      name: story.name,
      events: stripe
        .events()
        .slice(recordedEvents)
        .filter(({ type }) => handledTypes.has(type)),
      books: (await bookedLinesOf(app.db)).filter(({ ref }) => !bookedLines.has(ref)),
      // Each month is a new gift. The first existed when the story began.
      gifts: (await giftsOf(app.db)).filter(({ key, line }) => !knownGifts.has(`${key} ${line}`)),
    });
  }
  // From here on Stripe is called without a network, because thousands of histories are replayed.
  Object.assign(app.nest.get(StripeGateway, { strict: false }), { stripe: clientOf(stripe.sandbox, stripe.secretKey) });
  return {
    app,
    stripe,
    chapters,
    before,
    async close() {
      await before.close();
      await close();
    },
  };
}

const refsOf = (books: readonly BookedLine[]): Set<string> => new Set(books.map(({ ref }) => ref));
const keys = (gifts: ReadonlyArray<{ key: string; line: string }>): Set<string> =>
  new Set(gifts.map(({ key, line }) => `${key} ${line}`));
