import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import type { Values } from '@upstander/platform';

/** Whose a gift is: the chapter of its campaign; a campaign without one belongs to the organisation. */
@Injectable()
export class GiftAccess {
  constructor(access: Access) {
    const chapterOf = (table: string, gift: string) => `SELECT t.id, c.chapter_id FROM ${table} t
      JOIN fundraising.gift g ON g.id = ${gift} JOIN fundraising.campaign c ON c.id = g.campaign_id
      WHERE t.id = ANY ($1::uuid[])`;
    access.define('gift', chapterOf('fundraising.gift', 't.id'));
    access.define('refund', chapterOf('fundraising.refund', 't.gift_id'));
    access.define('fraud-warning', chapterOf('fundraising.fraud_warning', 't.gift_id'));
    access.permit('gift:read', ['finance', 'organizer']);
    access.permit('gift:see-donor', ['finance']);
    access.permit('gift:refund', ['finance']);
    access.permit('refund:decide', ['finance']);
    access.permit('fraud-warning:handle', ['finance']);
    // What belongs to the organisation as a whole: only who may everywhere may here.
    access.permit('bank:reconcile', ['finance']);
  }
}

/** The condition, over campaigns `c`, for the gifts with which the actor may do this. */
export function giftsWithin(
  access: Access,
  actor: Actor,
  permission: 'gift:read' | 'gift:see-donor',
  values: Values,
): string {
  const chapters = access.chaptersOf(actor, permission);
  if (chapters === 'all') return 'true';
  return chapters.length === 0 ? 'false' : `coalesce(c.chapter_id = ANY (${values.add(chapters)}::uuid[]), false)`;
}
