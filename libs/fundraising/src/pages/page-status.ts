import { registerEnumType } from '@nestjs/graphql';

export const PageKind = { TEAM: 'team', PERSONAL: 'personal' } as const;
export type PageKind = (typeof PageKind)[keyof typeof PageKind];
registerEnumType(PageKind, { name: 'PageKind', description: 'A team, or somebody who asks their friends.' });

export const PageStatus = {
  UNCONFIRMED: 'unconfirmed',
  IN_REVIEW: 'in_review',
  LIVE: 'live',
  HIDDEN: 'hidden',
} as const;
export type PageStatus = (typeof PageStatus)[keyof typeof PageStatus];
registerEnumType(PageStatus, { name: 'PageStatus', description: 'Where a page stands; only a live one is public.' });
