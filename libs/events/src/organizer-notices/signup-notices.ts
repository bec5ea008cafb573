import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { StaffNotices, type NoticeSection, type NoticeWindow } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { isUnderstaffed } from '../action-items/is-understaffed.js';
import {
  bySoonestShift,
  commonTitle,
  joinNames,
  listEntries,
  shiftLabel,
  type ShiftNotice,
} from './event-notice-text.js';
import { noticesFrom, windowValues } from './notice-windows.js';
import { words } from './organizer-notices.mail.generated.js';
import { joinShift, shiftTables, signupsOnShifts } from '../shifts/shift-joins.js';

interface SignupNotice extends ShiftNotice {
  /** The first five. */
  names: string[];
  total: number;
}

const ofShift = {
  joins: joinShift('r'),
  groupBy: 's.id',
  facts: `s.id AS "shiftId", s.role, s.starts_at AS "startsAt", s.taken, s.capacity`,
};
const people = `(array_agg(r.name ORDER BY r.at, r.name))[1:5] AS names, count(*)::integer AS total`;

/** An anonymous sign-up counts from the confirmation of its address. $4: hours until it expires without one. */
const newSignups = noticesFrom(
  `SELECT s.event_id, u.shift_id, coalesce(u.proven_at, u.created_at) AS at, coalesce(u.group_name, u.name) AS name
   FROM ${signupsOnShifts}
   WHERE u.created_at > $2::timestamptz - make_interval(hours => $4::integer) AND u.created_at <= $3
     AND coalesce(u.proven_at, u.created_at) > $2 AND (u.proven_at IS NOT NULL OR u.expires_at IS NULL)
     AND u.status IN ('confirmed', 'waitlisted', 'offered') AND u.repeat_of IS NULL AND s.ends_at > $3`,
  { ...ofShift, facts: `${ofShift.facts}, ${people}` },
);

/**
 * Someone who signed up again or handed over the spot hasn't canceled, and someone on the waitlist had none to give up.
 * The organizer who removed someone knows.
 */
const lateCancellations = noticesFrom(
  `SELECT s.event_id, u.shift_id, u.ended_at AS at, u.removed_by, coalesce(u.group_name, u.name) AS name
   FROM ${signupsOnShifts}
   WHERE s.starts_at > $2 AND s.starts_at <= $3::timestamptz + interval '48 hours'
     AND u.status = 'cancelled' AND u.line_number IS NULL AND u.repeat_of IS NULL AND u.ended_at > $2 AND u.ended_at <= $3
     AND u.ended_at > s.starts_at - interval '48 hours' AND u.ended_at < s.starts_at
     AND NOT EXISTS (SELECT FROM events.signup o WHERE o.taken_over_from = u.id)
     AND NOT EXISTS (
       SELECT FROM events.signup o WHERE o.shift_id = u.shift_id AND o.volunteer_id = u.volunteer_id
         AND o.repeat_of IS NULL AND o.status IN ('confirmed', 'waitlisted', 'offered', 'checked_in')
     )`,
  { ...ofShift, facts: `${ofShift.facts}, ${people}`, condition: 'r.removed_by IS DISTINCT FROM w."accountId"' },
);

/** A shift counts 48 hours before its start, or from the publication of its event if that is later. */
const shortShifts = noticesFrom(
  `SELECT s.event_id, s.id AS shift_id, greatest(s.starts_at - interval '48 hours', e.published_at) AS at FROM ${shiftTables}
   WHERE s.starts_at > $3 AND s.starts_at <= $3::timestamptz + interval '48 hours' AND ${isUnderstaffed('s')}
     AND greatest(s.starts_at - interval '48 hours', e.published_at) > $2`,
  ofShift,
);

/** Notifies organizers of sign-ups, late cancellations and shifts with few volunteers. */
@Injectable()
export class SignupNotices implements OnModuleInit {
  constructor(
    private readonly notices: StaffNotices,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.notices.define<SignupNotice>('new_signups', {
      find: (windows) => this.find(newSignups, windows, [this.config.UNCONFIRMED_HOURS]),
      write: (notices, locale) => this.writePeople('newSignups', notices, locale),
    });
    this.notices.define<SignupNotice>('late_cancellations', {
      find: (windows) => this.find(lateCancellations, windows),
      write: (notices, locale) => this.writePeople('lateCancellations', notices, locale),
    });
    this.notices.define<ShiftNotice>('short_shifts', {
      find: (windows) => this.find(shortShifts, windows),
      write: (notices, locale) => this.writeShifts(notices, locale),
    });
  }

  private find<Notice extends ShiftNotice>(
    sql: string,
    windows: readonly NoticeWindow[],
    more: readonly number[] = [],
  ): Promise<Notice[]> {
    return this.db.query<Notice>(sql, [...windowValues(windows), ...more]);
  }

  private writePeople(
    kind: 'newSignups' | 'lateCancellations',
    notices: readonly SignupNotice[],
    locale: LocaleName,
  ): NoticeSection {
    const t = words[locale];
    const count = notices.reduce((sum, { total }) => sum + total, 0);
    const title = commonTitle(notices);
    return {
      subject: t[kind].subject({ count, title }),
      title: t[kind].title({ count }),
      blocks: listEntries([...notices].sort(bySoonestShift), locale, {
        adminUrl: this.config.adminUrl,
        entry: (notice) => {
          const { names, total, taken, capacity } = notice;
          const filled = t.filled({ taken, capacity });
          return [shiftLabel(notice, locale), `${joinNames(names, total, locale)} · ${filled}`];
        },
      }),
    };
  }

  private writeShifts(notices: readonly ShiftNotice[], locale: LocaleName): NoticeSection {
    const t = words[locale];
    return {
      subject: t.shortShifts.subject({ count: notices.length, title: commonTitle(notices) }),
      title: t.shortShifts.title({ count: notices.length }),
      blocks: [
        t.shortShifts.lead,
        ...listEntries([...notices].sort(bySoonestShift), locale, {
          adminUrl: this.config.adminUrl,
          entry: (notice) => [shiftLabel(notice, locale), t.filled(notice)],
        }),
      ],
    };
  }
}
