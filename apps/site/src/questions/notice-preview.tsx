import { hourName, listText, weekdayName, zoneName, type Catalog, type Language } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { weekdays } from './notice-answers';

export interface NoticeSample {
  sender: string;
  subject: string;
  text: string;
  textWithOrganization: string;
}

interface Named {
  senderName: string | null;
  namesOrganization: boolean;
}

/** The whole email, as it arrives. */
export function NoticePreview({ sample, notice }: { sample: NoticeSample; notice: Named }) {
  const t = usePage().words.site.asking.notice;
  const sender = notice.senderName ? `${notice.senderName} <${sample.sender}>` : sample.sender;
  return (
    <figure className="letter-preview">
      <figcaption>{t.preview}</figcaption>
      <p className="as-typed">
        {[
          t.from({ sender }),
          t.subject({ subject: sample.subject }),
          '',
          notice.namesOrganization ? sample.textWithOrganization : sample.text,
        ].join('\n')}
      </p>
    </figure>
  );
}

interface SafeHours {
  days: readonly string[];
  fromHour: number | string;
  untilHour: number | string;
  timeZone: string;
}

/** Formats “Monday and Tuesday, 9 AM to 12 PM (Pacific Time)”. */
export function noticeHours(notice: SafeHours, words: Catalog, locale: Language): string {
  const { days, fromHour, untilHour, timeZone } = notice;
  return words.site.asking.notice.hours({
    days: listText(
      locale,
      weekdays.flatMap((day, index) => (days.includes(day) ? [weekdayName(locale, index + 1)] : [])),
    ),
    from: hourName(locale, Number(fromHour)),
    until: hourName(locale, Number(untilHour)),
    zone: zoneName(locale, timeZone),
  });
}
