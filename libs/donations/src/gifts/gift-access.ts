import { Injectable } from '@nestjs/common';
import { chapterByCampaign } from '@upstander/accounting';
import { Access, Features, type Actor } from '@upstander/identity';
import type { Values } from '@upstander/platform';

/** A gift belongs to its campaign's chapter, or to the organization if there is none. */
@Injectable()
export class GiftAccess {
  constructor(access: Access, features: Features) {
    features.define('fundraising', 'fundraising.gift');
    access.define('gift', chapterByCampaign('gift'));
    access.permit('gift:read', ['finance', 'organizer']);
    access.permit('gift:see-donor', ['finance']);
  }
}

/** Returns the SQL condition on campaigns `c` for gifts that the actor may access with this permission. */
export function giftsWithinCondition(
  access: Access,
  actor: Actor,
  permission: 'gift:read' | 'gift:see-donor',
  values: Values,
): string {
  const chapters = access.chaptersOf(actor, permission);
  if (chapters === 'all') return 'true';
  return chapters.length === 0 ? 'false' : `coalesce(c.chapter_id = ANY (${values.add(chapters)}::uuid[]), false)`;
}
