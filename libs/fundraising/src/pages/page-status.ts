import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

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

/** From where to where a page goes; the database keeps to it. */
export const pageChanges: StatusChanges<PageStatus> = {
  unconfirmed: ['in_review'],
  in_review: ['live', 'hidden'],
  live: ['hidden'],
  hidden: ['live'],
};
