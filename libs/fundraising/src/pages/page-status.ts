import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const PageKind = enumOf('PageKind', 'A team, or somebody who asks their friends.', {
  team: 'Of several, with pages of their own inside.',
  personal: 'Of one supporter.',
});
export type PageKind = EnumOf<typeof PageKind>;

export const PageStatus = statusOf('PageStatus', 'Where a page stands; only a live one is public.', {
  unconfirmed: { to: ['in_review'], description: 'Its owner has not followed the link in the mail.' },
  in_review: { to: ['live', 'hidden'], description: 'It waits for a reviewer.' },
  live: { to: ['hidden'], description: 'Everybody sees it.' },
  hidden: { to: ['live'], description: 'Nobody but its owner and staff sees it.' },
});
export type PageStatus = EnumOf<typeof PageStatus>;
