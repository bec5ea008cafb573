import { Injectable } from '@nestjs/common';
import {
  Clock,
  selectList,
  Database,
  isUuid,
  notFound,
  PublicReads,
  readValidInput,
  Refusal,
  SharedReads,
  violatedConstraint,
} from '@upstander/platform';
import { Chapter, type ChapterPlace, type ManagedChapter } from './chapter.entity.js';
import { CreateChapterArgs } from './create-chapter.args.js';
import { slugOf } from './slug.js';
import type { UpdateChapterArgs } from './update-chapter.args.js';

// Raw prepared statements, because the home page and every event list run them.
const chapters = `SELECT ${selectList(Chapter, 'c', 'anyone')} FROM identity.chapter c`;
const selectOpen = `${chapters} WHERE c.closed_at IS NULL ORDER BY c.name, c.id`;
const selectClosed = `${chapters} WHERE c.closed_at IS NOT NULL ORDER BY c.name, c.id`;

type ChapterValues = Pick<Chapter, 'name' | 'city' | 'timeZone' | 'meetingPlace' | 'postcode' | 'contactEmail'>;

@Injectable()
export class ChapterService {
  /** Shares concurrent reads. */
  private readonly lists = new SharedReads<Chapter[]>();

  constructor(
    private readonly db: Database,
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
  ) {}

  /** Sorts by name. Not paginated; an organization has dozens of chapters. */
  list(closed: boolean): Promise<Chapter[]> {
    const from = this.visitors.source();
    const [name, sql] = closed
      ? (['closed-chapters', selectClosed] as const)
      : (['open-chapters', selectOpen] as const);
    return this.lists.get([from.where, name], () => from.queryNamed<Chapter>(name, sql));
  }

  /** Includes staff-only fields. Open chapters come first. */
  all(): Promise<ManagedChapter[]> {
    return this.db.query<ManagedChapter & Record<string, unknown>>(
      `SELECT ${selectList(Chapter, 'c', 'staff')} FROM identity.chapter c ORDER BY c.closed_at IS NOT NULL, c.name, c.id`,
    );
  }

  /** Open chapters with a known ZIP code. */
  places(): Promise<ChapterPlace[]> {
    return this.visitors.source().queryNamed<ChapterPlace & Record<string, unknown>>(
      'chapter-places',
      `SELECT c.slug, c.name, p.latitude, p.longitude FROM identity.chapter c JOIN platform.postcode p ON p.code = left(c.postcode, 5)
       WHERE c.closed_at IS NULL ORDER BY c.name, c.id`,
    );
  }

  /** @throws Refusal BAD_INPUT */
  async create(args: CreateChapterArgs): Promise<Chapter> {
    const values = readValues(args);
    const base = slugOf(values.name);
    for (let n = 1; ; n++) {
      const chapter = this.db.manager.create(Chapter, { ...values, slug: n === 1 ? base : `${base}-${n}` });
      try {
        await this.db.manager.insert(Chapter, chapter);
        return { ...chapter, closedAt: null };
      } catch (error) {
        if (violatedConstraint(error) !== 'chapter_slug_key') throw error;
      }
    }
  }

  /**
   * Existing events keep their time zone.
   * @throws Refusal NOT_FOUND, BAD_INPUT
   */
  update(args: UpdateChapterArgs): Promise<Chapter> {
    return this.change(args.id, (before) => readValues(args, before));
  }

  /**
   * Staff must first cancel or move upcoming events and end running campaigns.
   * @throws Refusal NOT_FOUND; CHAPTER_IN_USE
   */
  async close(id: string): Promise<Chapter> {
    try {
      return await this.change(id, ({ closedAt }) => ({ closedAt: closedAt ?? this.clock.now() }));
    } catch (error) {
      // `identity.chapter_may_close` lists the constraints of all libraries.
      if (violatedConstraint(error)?.startsWith('chapter_has_')) throw inUseRefusal();
      throw error;
    }
  }

  /** @throws Refusal NOT_FOUND */
  reopen(id: string): Promise<Chapter> {
    return this.change(id, () => ({ closedAt: null }));
  }

  /** Uses a stronger lock than a foreign key, so records being created in the chapter come before or after. */
  private async change(id: string, to: (chapter: Chapter) => Partial<Chapter>): Promise<Chapter> {
    if (!isUuid(id)) throw notFound('This chapter');
    return this.db.transaction(async (tx) => {
      const chapter = await tx.manager.findOne(Chapter, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!chapter) throw notFound('This chapter');
      const changes = to(chapter);
      await tx.manager.update(Chapter, id, changes);
      return { ...chapter, ...changes };
    });
  }
}

/** @throws Refusal BAD_INPUT */
function readValues(args: CreateChapterArgs, before?: Chapter): ChapterValues {
  return readValidInput(CreateChapterArgs, args, before);
}

function inUseRefusal(): Refusal {
  return new Refusal(
    'CHAPTER_IN_USE',
    'This chapter still has something upcoming or active. Cancel, end or move it first.',
  );
}
