import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { StaffNotices, type NoticeSection, type NoticeWindow } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { adults, tooFewAdultsCondition } from '../safeguarding/safeguarding-columns.js';
import { bySoonestShift, commonTitle, listEntries, shiftLabel, type ShiftNotice } from './event-notice-text.js';
import { noticesFrom, windowValues } from './notice-windows.js';
import { words } from './organizer-notices.mail.generated.js';
import { joinShift, shiftTables } from '../shifts/shift-joins.js';

interface GapNotice extends ShiftNotice {
  present: number;
  needed: number;
}

const gaps = noticesFrom(
  `SELECT s.event_id, s.id AS shift_id, greatest(s.starts_at - interval '48 hours', e.published_at) AS at,
     ${adults} AS present, e.minimum_adults AS needed
   FROM ${shiftTables} WHERE s.starts_at > $3 AND s.starts_at <= $3::timestamptz + interval '48 hours' AND ${tooFewAdultsCondition}
     AND greatest(s.starts_at - interval '48 hours', e.published_at) > $2`,
  {
    joins: joinShift('r'),
    groupBy: 's.id, r.present, r.needed',
    facts: `s.id AS "shiftId", s.role, s.starts_at AS "startsAt", s.taken, s.capacity, r.present, r.needed`,
  },
);

/**
 * Notifies organizers of shifts with minors that have too few adults 48 hours before they start. An adult who leaves
 * later is announced by `Safeguarding`, in the transaction that records it.
 */
@Injectable()
export class SafeguardingNotices implements OnModuleInit {
  constructor(
    private readonly notices: StaffNotices,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.notices.define<GapNotice>('safeguarding', {
      find: (windows) => this.find(windows),
      write: (notices, locale) => this.write(notices, locale),
    });
  }

  private find(windows: readonly NoticeWindow[]): Promise<GapNotice[]> {
    return this.db.query<GapNotice>(gaps, windowValues(windows));
  }

  private write(notices: readonly GapNotice[], locale: LocaleName): NoticeSection {
    const t = words[locale];
    const texts = { count: notices.length, title: commonTitle(notices) };
    return {
      subject: t.gaps.subject(texts),
      title: t.gaps.title(texts),
      blocks: [
        t.gaps.lead,
        ...listEntries([...notices].sort(bySoonestShift), locale, {
          adminUrl: this.config.adminUrl,
          entry: (notice) => [shiftLabel(notice, locale), t.gaps.adults(notice)],
        }),
      ],
    };
  }
}
