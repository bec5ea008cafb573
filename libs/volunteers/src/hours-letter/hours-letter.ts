import type { LocaleName } from '@upstander/identity';
import { PdfDocument, type Letterhead } from '@upstander/files/documents';
import { words as hoursLetterWords } from './hours-letter.texts.generated.js';
import { timeText } from './time-text.js';

export interface LetterHours {
  /** Format: 2026-12-05. */
  day: string;
  what: string;
  chapter: string;
  minutes: number;
}

export interface HoursLetterFacts {
  name: string;
  letterhead: Letterhead;
  from: string;
  to: string;
  /** Local date in the chapter's time zone. */
  madeOn: string;
  madeAt: Date;
  hours: readonly LetterHours[];
}

/**
 * Renders a volunteer's hours as PDF: dates, activities and times.
 * States no monetary value, because donated time has none (IRS Pub. 526).
 */
export function hoursLetterPdf(facts: HoursLetterFacts, locale: LocaleName): Promise<Buffer> {
  const { name, letterhead, from, to, madeOn, madeAt, hours } = facts;
  const words = hoursLetterWords[locale];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const formatDay = (text: string) => dates.format(new Date(`${text}T12:00:00Z`));
  const sumMinutes = (letterHours: readonly LetterHours[]) =>
    letterHours.reduce((all, { minutes }) => all + minutes, 0);
  const total = timeText(locale, sumMinutes(hours));
  const pdf = new PdfDocument({
    letterhead,
    title: words.title,
    locale,
    at: madeAt,
    footer: (page, pages) =>
      [letterhead.name, words.title, words.page({ n: String(page), of: String(pages) })].join('  ·  '),
  });
  pdf.figure(total);
  pdf.paragraph(words.sentence({ name, whose: letterhead.name, from: formatDay(from), to: formatDay(to) }));
  pdf.facts([
    [words.volunteer, name],
    [words.period, `${formatDay(from)} – ${formatDay(to)}`],
    [words.total, total],
    [words.times, String(hours.length)],
    [words.made, formatDay(madeOn)],
  ]);
  const chapters = [...new Set(hours.map(({ chapter }) => chapter))].sort((a, b) => a.localeCompare(b, locale));
  if (chapters.length > 1) {
    const rows = chapters.map((chapter) => [
      chapter,
      clock(sumMinutes(hours.filter((one) => one.chapter === chapter))),
    ]);
    pdf.addTable([words.chapters, words.hours], [0.8, 0.2], rows);
  }
  pdf.addTable(
    [words.date, words.what, words.chapter, words.hours],
    [0.22, 0.4, 0.26, 0.12],
    hours.map((one) => [formatDay(one.day), one.what, one.chapter, clock(one.minutes)]),
  );
  return pdf.paragraph(words.count).paragraph(words.noValue).bytes();
}

/** Formats "2:05". */
const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
