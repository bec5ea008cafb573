import { Injectable } from '@nestjs/common';
import { Clock, Database, qrSvg, speakableName } from '@upstander/platform';
import { isMinor, joinVolunteer } from '@upstander/volunteers';
import { EventReads } from '../events/event-reads.js';
import { Doors } from './doors.js';
import type { WallBoard, WallBoardGroup } from './event-door.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';

interface WallRow {
  where: 'present' | 'arriving' | 'leaving';
  role: string;
  startsAt: Date;
  endsAt: Date;
  names: string[];
  people: number;
}

const maxNames = 100;

/** Shows present, arriving and leaving volunteers to anyone with the board's link. */
@Injectable()
export class WallBoards {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly doors: Doors,
    private readonly events: EventReads,
  ) {}

  async findWallBoard(token: string): Promise<WallBoard> {
    const door = await this.doors.openBoardDoor(token);
    const at = this.clock.now();
    const rows = await this.findRows(door.eventId, at);
    const open = door.opensAt <= at && at < door.closesAt && door.status === 'published';
    const code = open ? this.doors.currentCode(door).code : null;
    const part = (where: WallRow['where']) => rows.filter((row) => row.where === where).map(groupOf);
    return {
      event: await this.events.byId(door.eventId),
      at,
      present: part('present'),
      arriving: part('arriving'),
      leaving: part('leaving'),
      code,
      qrSvg: code === null ? null : await qrSvg(this.doors.posterUrl(door, code)),
    };
  }

  /**
   * Groups volunteers by shift and section. Only adults who share their name with peers are named; the rest are
   * counted.
   */
  private findRows(eventId: string, at: Date): Promise<WallRow[]> {
    return this.db.query<WallRow & Record<string, unknown>>(
      `SELECT p.part AS "where", s.role, s.starts_at AS "startsAt", s.ends_at AS "endsAt", count(*)::integer AS people,
         coalesce(array_agg(coalesce(v.preferred_name, u.name) ORDER BY u.name)
           FILTER (WHERE v.shows_name_to_peers AND NOT ${isMinor('extract(year FROM $2::timestamptz)')}), '{}') AS names
       FROM ${signupsOnShifts} ${joinVolunteer('u')}
         CROSS JOIN LATERAL (
           SELECT CASE
             WHEN u.status = 'confirmed' AND s.ends_at > $2 AND s.starts_at <= $2::timestamptz + interval '1 hour' THEN 'arriving'
             WHEN u.status = 'checked_in' AND s.ends_at <= $2::timestamptz + interval '30 minutes' THEN 'leaving'
             WHEN u.status = 'checked_in' THEN 'present'
           END AS part
         ) p
       WHERE s.event_id = $1 AND u.repeat_of IS NULL AND p.part IS NOT NULL
       GROUP BY p.part, s.id ORDER BY s.starts_at, s.position, s.id`,
      [eventId, at],
    );
  }
}

function groupOf({ role, startsAt, endsAt, people, names }: WallRow): WallBoardGroup {
  const shownNames = names.flatMap((name) => formatWallName(name) ?? []).slice(0, maxNames);
  return { role, startsAt, endsAt, names: shownNames, unnamedCount: people - shownNames.length };
}

/** Formats a name as "Ana M." for display in public. Returns null if it does not look like a name. */
export function formatWallName(name: string): string | null {
  const first = speakableName(name);
  const last = name.trim().split(/\s+/).slice(1).at(-1);
  const initial = last === undefined ? undefined : /^\p{L}/u.exec(last)?.[0].toLocaleUpperCase();
  return first === null || initial === undefined ? first : `${first} ${initial}.`;
}
