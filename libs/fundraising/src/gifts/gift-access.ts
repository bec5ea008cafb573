import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import type { Values } from '@upstander/platform';

/** Defines permissions for gifts. A gift belongs to its campaign's chapter, or to the organization if there is none. */
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
    // Organization-wide: requires a role for all chapters.
    access.permit('bank:reconcile', ['finance']);
  }
}

/** Returns the SQL condition on campaigns `c` for gifts that the actor may access with this permission. */
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
