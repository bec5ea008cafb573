import { hourName, listText, weekdayName, zoneName, type Catalog, type Language } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { weekdays, type NoticeChannel } from './notice-answers';

export interface NoticeSample {
  channel: NoticeChannel;
  sender: string;
  /** Null for a text. */
  subject: string | null;
  text: string;
  textWithOrganization: string;
  /** Consent that is recorded; null for an email. */
  consent: string | null;
}

interface Named {
  senderName: string | null;
  namesOrganization: boolean;
}

/** The whole email or text, as it arrives. A text begins with the name, because it has no sender's name. */
export function NoticePreview({ sample, notice }: { sample: NoticeSample; notice: Named }) {
  const t = usePage().words.site.asking.notice;
  const { channel, subject } = sample;
  const name = notice.senderName ?? '';
  const text = notice.namesOrganization ? sample.textWithOrganization : sample.text;
  return (
    <figure className="letter-preview">
      <figcaption>{t.by[channel].preview}</figcaption>
      <p className="as-typed">
        {[
          t.from({ sender: channel === 'MAIL' && name !== '' ? `${name} <${sample.sender}>` : sample.sender }),
          ...(subject === null ? [] : [t.subject({ subject })]),
          '',
          channel === 'TEXT' && name !== '' ? `${name}: ${text}` : text,
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
