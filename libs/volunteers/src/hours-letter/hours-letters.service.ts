import { Injectable } from '@nestjs/common';
import { Letterheads, chapterName, chapterDate, type Actor, type LocaleName } from '@upstander/identity';
import { WorkerThread, type DocumentFile } from '@upstander/files';
import { badInput, Clock, Config, Database, notFound, SignedIds } from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { volunteerIdOfAddress } from '../profile/my-profile.service.js';
import { words as hoursLetterWords } from './hours-letter.texts.generated.js';
import type { hoursLetterPdf, LetterHours } from './hours-letter.js';

const purpose = 'hours-letter';
/** Five years; more would not be read. */
const limits = { days: 1827, lines: 2000 };

const thread = new WorkerThread<Parameters<typeof hoursLetterPdf>, Uint8Array>('hours-letter', import.meta.url);

/** Query parameters. Dates as 2026-01-01; defaults to the last twelve months. */
export interface LetterQuestion {
  from?: unknown;
  to?: unknown;
  lang?: unknown;
}

@Injectable()
export class HoursLetters {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly letterheads: Letterheads,
    private readonly config: Config,
    private readonly access: VolunteerAccess,
    private readonly signedIds: SignedIds,
  ) {}

  /** Returns the personal URL of a letter, for a year or for the twelve months before it is opened. */
  linkFor(volunteerId: string, year?: number): string {
    const span = year === undefined ? '' : `?from=${year}-01-01&to=${year}-12-31`;
    return `${this.config.PUBLIC_URL}/hours/${this.signedIds.sign(purpose, volunteerId)}.pdf${span}`;
  }

  /** @throws Refusal NOT_FOUND without hours in this period, BAD_INPUT */
  renderMine(actor: Actor, question: LetterQuestion): Promise<DocumentFile> {
    return this.render(
      `v.id = ${volunteerIdOfAddress('$1')} AND v.proven_at IS NOT NULL`,
      actor.email,
      'all',
      question,
    );
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  byToken(token: string, question: LetterQuestion): Promise<DocumentFile> {
    const link = this.signedIds.verify(purpose, token);
    if (!link) throw notFound('This letter');
    const condition = 'v.id = (SELECT coalesce(m.merged_into, m.id) FROM volunteers.volunteer m WHERE m.id = $1::uuid)';
    return this.render(condition, link.id, 'all', question);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async renderForStaff(actor: Actor, id: string, question: LetterQuestion): Promise<DocumentFile> {
    await this.access.require(actor, [id]);
    return this.render('v.id = $1::uuid', id, this.access.chaptersOf(actor), question);
  }

  private async render(
    condition: string,
    key: string | null,
    chapters: string[] | 'all',
    question: LetterQuestion,
  ): Promise<DocumentFile> {
    const now = this.clock.now();
    const period = spanOf(question, now);
    const rows = await this.db.query<LetterRow>(
      `SELECT v.name, v.locale, h.day::text AS day, h.what, ${chapterName('h.chapter_id')} AS chapter, h.minutes,
         ${chapterDate('h.chapter_id', '$5')} AS today
       FROM volunteers.volunteer v JOIN volunteers.hours h ON h.volunteer_id = v.id
       WHERE ${condition} AND v.erased_at IS NULL AND h.status IN ('approved', 'disputed')
         AND h.day BETWEEN $2::date AND $3::date AND ($4::uuid[] IS NULL OR h.chapter_id = ANY ($4))
       ORDER BY h.day, h.created_at, h.id LIMIT ${limits.lines + 1}`,
      [key, period.from, period.to, chapters === 'all' ? null : chapters, now],
    );
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) throw notFound('This letter');
    if (rows.length > limits.lines) throw badInput({ to: 'too-many' });
    const locale = question.lang === 'en' || question.lang === 'es' ? question.lang : first.locale;
    const [from, to] = period.chosen ? [period.from, period.to] : [first.day, last.day];
    const facts = {
      name: first.name,
      from,
      to,
      madeOn: last.today,
      madeAt: now,
      letterhead: {
        ...(await this.letterheads.look()),
        name: this.config.ORGANIZATION_NAME,
        lines: this.config.POSTAL_ADDRESS.split('\n'),
      },
      hours: rows.map(({ day, what, chapter, minutes }) => ({ day, what, chapter, minutes })),
    };
    const { buffer, byteOffset, byteLength } = await thread.run([facts, locale]);
    return { name: hoursLetterWords[locale].file({ from, to }), bytes: Buffer.from(buffer, byteOffset, byteLength) };
  }
}

interface LetterRow extends LetterHours, Record<string, unknown> {
  name: string;
  locale: LocaleName;
  today: string;
}

/** @throws Refusal BAD_INPUT for an invalid date, a negative period or one that is too long */
function spanOf({ from, to }: LetterQuestion, now: Date): { from: string; to: string; chosen: boolean } {
  if (isEmpty(from) && isEmpty(to)) {
    // The latest date that has started anywhere: chapters in the east may be a day ahead of UTC.
    const latest = new Date(now.valueOf() + 14 * 3_600_000);
    const before = new Date(latest);
    before.setUTCFullYear(latest.getUTCFullYear() - 1);
    return { from: dayText(before), to: dayText(latest), chosen: false };
  }
  const days = { from: dayOf(from), to: dayOf(to) };
  const faults = Object.entries(days).flatMap(([name, day]) => (day === null ? [[name, 'not-a-day']] : []));
  if (days.from === null || days.to === null) throw badInput(Object.fromEntries(faults) as Record<string, string>);
  const dayCount = (days.to.valueOf() - days.from.valueOf()) / 86_400_000;
  if (dayCount < 0) throw badInput({ to: 'before-start' });
  if (dayCount > limits.days) throw badInput({ to: 'too-late' });
  return { from: dayText(days.from), to: dayText(days.to), chosen: true };
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '';
const dayText = (at: Date): string => at.toISOString().slice(0, 10);

function dayOf(value: unknown): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const at = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(at.valueOf()) || dayText(at) !== value || at.getUTCFullYear() < 1900 ? null : at;
}
