import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const PageKind = enumOf('PageKind', 'Kind of fundraising page.', {
  team: 'A team page, with personal pages under it.',
  personal: "One supporter's page.",
});
export type PageKind = EnumOf<typeof PageKind>;

export const PageStatus = statusOf('PageStatus', 'Status of a fundraising page. Only live pages are public.', {
  unconfirmed: { to: ['in_review'], description: 'The owner has not confirmed their email address yet.' },
  in_review: { to: ['live', 'hidden'], description: 'Awaiting review.' },
  live: { to: ['hidden'], description: 'Public.' },
  hidden: { to: ['live'], description: 'Visible to its owner and staff only.' },
});
export type PageStatus = EnumOf<typeof PageStatus>;
