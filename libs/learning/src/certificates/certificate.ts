import type { LocaleName } from '@upstander/identity';
import { PdfDocument, type Letterhead } from '@upstander/files/documents';
import { words as certificateWords } from './certificate.texts.generated.js';

export interface CertificateFacts {
  letterhead: Letterhead;
  name: string;
  course: string;
  training: string | null;
  completedOn: string;
  expiresOn: string | null;
  lessons: readonly string[];
  madeAt: Date;
}

export function certificatePdf(facts: CertificateFacts, locale: LocaleName): Promise<Buffer> {
  const { letterhead, name, course, training, completedOn, expiresOn, lessons, madeAt } = facts;
  const words = certificateWords[locale];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const formatDay = (text: string) => dates.format(new Date(`${text}T12:00:00Z`));
  const paper = new PdfDocument({
    letterhead,
    title: words.title,
    locale,
    at: madeAt,
    footer: (page, pages) =>
      [letterhead.name, words.title, words.page({ n: String(page), of: String(pages) })].join('  ·  '),
  });
  paper.figure(name);
  paper.paragraph(words.sentence({ name, course, whose: letterhead.name, day: formatDay(completedOn) }));
  paper.facts([
    [words.person, name],
    [words.course, course],
    ...(training ? [[words.training, training] as const] : []),
    [words.day, formatDay(completedOn)],
    ...(expiresOn ? [[words.until, formatDay(expiresOn)] as const] : []),
    [words.lessons, lessons.join('; ')],
  ]);
  return paper.paragraph(words.note).bytes();
}
