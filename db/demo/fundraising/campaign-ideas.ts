import type { ChapterKey } from '../chapters.js';

export type CampaignKey = 'nights' | 'backpacks' | 'run' | 'harbor' | 'law' | 'coats';

export interface CampaignIdea {
  slug: string;
  title: string;
  summary: string;
  story: string;
  language: 'en' | 'es';
  chapter: ChapterKey | null;
  goalMinor: number;
  status: 'draft' | 'in_review' | 'live' | 'paused' | 'ended';
  /** Days before now. */
  createdAgo: number;
  publishedAgo?: number;
  endsAgo?: number;
  stoppedAgo?: number;
  organizer: { name: string; email: string; account: string | null };
  /** Amounts in cents, with texts about what they pay for. */
  suggestedAmounts?: ReadonlyArray<{ amountMinor: string; text: string; textEs: string }>;
  forPartner?: boolean;
  updates: ReadonlyArray<{ ago: number; title: string; body: string }>;
}

const rosa = { name: 'Rosa Delgado', email: 'organizer@demo.example', account: 'organizer@demo.example' };
const yvonne = { name: 'Yvonne Okafor', email: 'organizer.ny@demo.example', account: 'organizer.ny@demo.example' };
const dana = { name: 'Dana Whitaker', email: 'organizer.sd@demo.example', account: 'organizer.sd@demo.example' };

/** The fundraiser in Spanish is in campaign-ideas.es.ts. */
export const englishCampaigns = {
  nights: {
    slug: 'two-thousand-safe-nights',
    title: 'Two thousand safe nights',
    summary: 'A locked door, a warm bed and someone awake down the hall: one night costs $62.',
    suggestedAmounts: [
      {
        amountMinor: '6200',
        text: 'one night: room, breakfast, someone awake',
        textEs: 'una noche: cuarto, desayuno y compañía',
      },
      { amountMinor: '18600', text: 'a weekend', textEs: 'un fin de semana' },
      { amountMinor: '43400', text: 'the first week', textEs: 'la primera semana' },
    ],
    story: `People often leave with nothing, and after dark. The first night decides a lot. We keep four rooms ready for it, with an advocate awake down the hall and a lock that only opens from the inside.

**What your gift pays for**

- **$62** is one night: the room, breakfast, and the person who stays up all night.
- **$25** fills a bag with what was left behind: toothbrush, charger, clean clothes.
- **$250** is a week of evenings with a counselor.

Two thousand nights is what we had to say no to last year. This is how we say yes.

No one has to tell their story to get a room, and no one will be asked for it here.`,
    language: 'en',
    chapter: 'la',
    goalMinor: 12_400_000,
    status: 'live',
    createdAgo: 432,
    publishedAgo: 428,
    endsAgo: -75,
    organizer: rosa,
    updates: [
      {
        ago: 301,
        title: 'The third room is open',
        body: 'Paint, a door that closes softly, and a lamp that can be dimmed. The first guest slept eleven hours.\n\nThank you. This room is yours.',
      },
      {
        ago: 168,
        title: 'Half of the nights are paid for',
        body: 'A thousand nights. We counted twice.\n\nSome of you give every month; that’s what lets us promise a bed for next winter today.',
      },
      {
        ago: 33,
        title: 'Your gift counts twice until the end of the year',
        body: 'A family that wants to stay anonymous is matching every gift, dollar for dollar, up to $15,000.',
      },
    ],
  },
  run: {
    slug: 'run-for-a-fresh-start',
    title: 'Run for a fresh start',
    summary: 'I’m running my first half marathon and asking everyone I know to send one person to a training course.',
    story: `I'm a nurse, and I'm slow. In March, I'll run thirteen miles anyway.

For every mile, I hope to pay for one person's place in the welding, kitchen or bookkeeping course that the Women's Rights Group runs with local businesses. A place costs $380.

I'll post my (terrible) times here.`,
    language: 'en',
    chapter: null,
    goalMinor: 494_000,
    status: 'in_review',
    createdAgo: 3,
    organizer: { name: 'Imani Walker', email: 'imani.walker@example.org', account: null },
    updates: [],
  },
  harbor: {
    slug: 'beds-for-harbor-house',
    title: 'Beds for Harbor House',
    summary: 'Twelve new beds for our partner in San Diego, so that mothers and children can stay together.',
    story: `Harbor House has kept its doors open since 1994. What it never had is a room big enough for a mother and her three children.

The walls are up. Everything inside is still missing: twelve beds, wipeable mattresses, night lights, curtains.

**Every dollar goes to Harbor House**, minus what the card companies keep. You can see each transfer below, with its receipt.`,
    language: 'en',
    chapter: 'sd',
    goalMinor: 4_000_000,
    status: 'ended',
    createdAgo: 402,
    publishedAgo: 397,
    endsAgo: 214,
    stoppedAgo: 213,
    organizer: dana,
    forPartner: true,
    updates: [
      {
        ago: 322,
        title: 'Six beds are here',
        body: 'Harbor House sent us a photo that we won’t post, because someone is already asleep in it.',
      },
      {
        ago: 205,
        title: 'Done, and where it went',
        body: 'All twelve beds are in use. The last transfer arrived today. Its receipt is below.\n\nThank you, from a hallway full of night lights.',
      },
    ],
  },
  law: {
    slug: 'an-hour-with-a-lawyer',
    title: 'An hour with a lawyer',
    summary: 'Free, confidential hours with an attorney: wages, papers, custody, protection orders.',
    story: `Most of what keeps people trapped is on paper: a debt that doesn't exist, a passport in someone else's drawer, a fear of what a judge might say.

One hour with the right lawyer takes the paper away. An hour costs us **$90**, because the attorneys work for less than half their rate.

We have paused this fundraiser while we hire a second interpreter. The hours you paid for continue.`,
    language: 'en',
    chapter: 'ny',
    goalMinor: 4_500_000,
    status: 'paused',
    createdAgo: 278,
    publishedAgo: 270,
    endsAgo: -120,
    stoppedAgo: 19,
    organizer: yvonne,
    updates: [
      {
        ago: 140,
        title: 'Two hundred hours',
        body: 'Two hundred hours, and eleven people who were paid what they had earned.',
      },
    ],
  },
  coats: {
    slug: 'warm-coats-new-starts',
    title: 'Warm coats, new starts',
    summary: 'New coats in real sizes, chosen by the people who will wear them.',
    story: `A coat you choose is different from a coat you're handed.

We're opening a shop for two weekends in January. Everything in it is new, and nothing has a price tag.`,
    language: 'en',
    chapter: 'ny',
    goalMinor: 1_200_000,
    status: 'draft',
    createdAgo: 6,
    organizer: yvonne,
    updates: [],
  },
} as const satisfies Partial<Record<CampaignKey, CampaignIdea>>;
