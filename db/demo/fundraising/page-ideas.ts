import { idOf } from '../random.js';
import type { CampaignKey } from './campaign-ideas.js';

export interface PageIdea {
  id: string;
  campaign: CampaignKey;
  kind: 'team' | 'personal';
  team: string | null;
  slug: string;
  title: string;
  story: string;
  goalMinor: number | null;
  owner: string;
  locale: 'en' | 'es';
  status: 'live' | 'in_review';
  ago: number;
}

const page = (idea: Omit<PageIdea, 'id' | 'locale' | 'status'> & Partial<PageIdea>): PageIdea => ({
  id: idOf('page', idea.slug),
  locale: 'en',
  status: 'live',
  ...idea,
});

export const pageIdeas: readonly PageIdea[] = [
  page({
    campaign: 'nights',
    kind: 'team',
    team: null,
    slug: 'night-shift-nurses',
    title: 'Night shift nurses',
    story: 'We’re awake anyway. Our unit is paying for nights someone else can sleep through.',
    goalMinor: 1_500_000,
    owner: 'Deborah Cho',
    ago: 390,
  }),
  page({
    campaign: 'nights',
    kind: 'team',
    team: null,
    slug: 'echo-park-book-club',
    title: 'Echo Park book club',
    story: 'One night for every book we didn’t finish. There are many.',
    goalMinor: 600_000,
    owner: 'Quinn Foster',
    ago: 255,
  }),
  page({
    campaign: 'nights',
    kind: 'personal',
    team: 'night-shift-nurses',
    slug: 'deborah',
    title: 'Deborah’s forty nights',
    story: 'I’m turning forty. No candles, please.',
    goalMinor: 248_000,
    owner: 'Deborah Cho',
    ago: 388,
  }),
  page({
    campaign: 'nights',
    kind: 'personal',
    team: 'night-shift-nurses',
    slug: 'emeka-runs-at-night',
    title: 'Emeka runs at night',
    story: 'A mile for every gift, whatever the weather.',
    goalMinor: 310_000,
    owner: 'Emeka Adeyemi',
    ago: 204,
  }),
  page({
    campaign: 'nights',
    kind: 'personal',
    team: null,
    slug: 'a-wedding-without-presents',
    title: 'A wedding without presents',
    story: 'We already have two toasters.',
    goalMinor: 500_000,
    owner: 'Silvia and Mina',
    ago: 96,
  }),
  page({
    campaign: 'backpacks',
    kind: 'personal',
    team: null,
    slug: 'quinceanera-de-luz',
    title: 'La quinceañera de Luz',
    story: 'En lugar de regalos, quince mochilas. Y si se puede, otras quince.',
    goalMinor: 114_000,
    owner: 'Luz Chávez',
    locale: 'es',
    ago: 102,
  }),
  page({
    campaign: 'nights',
    kind: 'personal',
    team: 'echo-park-book-club',
    slug: 'quinn-reads-aloud',
    title: 'Quinn reads aloud',
    story: 'I’ll read a chapter over the phone to everyone who gives.',
    goalMinor: 62_000,
    owner: 'Quinn Foster',
    status: 'in_review',
    ago: 2,
  }),
];
