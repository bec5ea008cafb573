import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@upstander/platform';
import { isMinor, joinVolunteer } from '@upstander/volunteers';
import type { MySignup } from '../signups/my-signup.js';
import { joinShift } from '../shifts/shift-joins.js';

/**
 * $1: the caller's sign-up; $2: year; $3: now. Both people must share their name and have a place. Minors are never
 * listed, and never see peers.
 */
const selectPeers = `
  SELECT coalesce(v.preferred_name, v.name) AS called, v.name
  FROM events.signup mine ${joinShift('mine')} AND s.ends_at > $3
    JOIN volunteers.volunteer me ON me.id = mine.volunteer_id AND me.shows_name_to_peers
    JOIN events.signup u ON u.shift_id = mine.shift_id AND u.id <> mine.id
      AND u.status IN ('confirmed', 'checked_in') AND u.proven_at IS NOT NULL AND u.repeat_of IS NULL
    ${joinVolunteer('u')} AND v.id <> me.id AND v.shows_name_to_peers AND v.erased_at IS NULL
  WHERE mine.id = $1 AND mine.status IN ('confirmed', 'checked_in') AND mine.proven_at IS NOT NULL AND NOT ${isMinor('$2')}
  ORDER BY 1, 2, u.id LIMIT 100`;

@Injectable()
export class ShiftPeers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns first names with a last initial; empty once the shift is over. */
  async findPeers({ id }: Pick<MySignup, 'id'>): Promise<string[]> {
    const now = this.clock.now();
    const rows = await this.db.query<{ called: string; name: string }>(selectPeers, [id, now.getUTCFullYear(), now]);
    return rows.map(shortName);
  }
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Formats a name as "Ana R."; a single-word name has no initial. */
export function shortName({ called: preferredName, name }: { called: string; name: string }): string {
  const first = preferredName.trim().split(/\s+/)[0] ?? '';
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1)! : '';
  const [initial] = graphemes.segment(last);
  return initial ? `${first} ${initial.segment.toUpperCase()}.` : first;
}
