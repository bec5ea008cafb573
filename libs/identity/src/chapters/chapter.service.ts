import { Injectable } from '@nestjs/common';
import {
  Clock,
  columnsOf,
  Database,
  isUuid,
  notThere,
  PublicReads,
  readInput,
  Refusal,
  refuseFaults,
  SharedReads,
  violatedConstraint,
} from '@upstander/platform';
import { Chapter, type ChapterPlace, type ManagedChapter } from './chapter.entity.js';
import { CreateChapterArgs } from './create-chapter.args.js';
import { slugOf } from './slug.js';
import type { UpdateChapterArgs } from './update-chapter.args.js';

// By hand and prepared: the home page and every list of events ask for them.
const chapters = `SELECT ${columnsOf(Chapter, 'c', 'anyone')} FROM identity.chapter c`;
const openOnes = `${chapters} WHERE c.closed_at IS NULL ORDER BY c.name, c.id`;
const closedOnes = `${chapters} WHERE c.closed_at IS NOT NULL ORDER BY c.name, c.id`;

type Typed = Pick<Chapter, 'name' | 'city' | 'timeZone' | 'meetingPlace' | 'postcode' | 'contactEmail'>;

/** The local branches of the organisation. */
@Injectable()
export class ChapterService {
  /** Every list of events asks for them. */
  private readonly lists = new SharedReads<Chapter[]>();

  constructor(
    private readonly db: Database,
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
  ) {}

  /** Those that are open, or those that were closed, by name: an organisation has dozens, not thousands. */
  list(closed: boolean): Promise<Chapter[]> {
    const from = this.visitors.source();
    const [name, sql] = closed ? (['closed-chapters', closedOnes] as const) : (['open-chapters', openOnes] as const);
    return this.lists.get([from.where, name], () => from.named<Chapter>(name, sql));
  }

  /** All of them, those that are open first, with what only staff see. */
  all(): Promise<ManagedChapter[]> {
    return this.db.query<ManagedChapter & Record<string, unknown>>(
      `SELECT ${columnsOf(Chapter, 'c', 'staff')} FROM identity.chapter c ORDER BY c.closed_at IS NOT NULL, c.name, c.id`,
    );
  }

  /** Where those that are open are, as far as their postcodes are known. */
  places(): Promise<ChapterPlace[]> {
    return this.visitors.source().named<ChapterPlace & Record<string, unknown>>(
      'chapter-places',
      `SELECT c.slug, c.name, p.latitude, p.longitude FROM identity.chapter c JOIN platform.postcode p ON p.code = left(c.postcode, 5)
       WHERE c.closed_at IS NULL ORDER BY c.name, c.id`,
    );
  }

  /** @throws Refusal BAD_INPUT */
  async create(args: CreateChapterArgs): Promise<Chapter> {
    const values = read(args);
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

  /** Events keep the zone they were made with. @throws Refusal NOT_FOUND, BAD_INPUT */
  update(args: UpdateChapterArgs): Promise<Chapter> {
    return this.change(args.id, (before) => read(args, before));
  }

  /**
   * Nothing is moved or ended behind anybody's back: events ahead and campaigns that go on are dealt with by people first.
   * @throws Refusal NOT_FOUND; CHAPTER_IN_USE
   */
  async close(id: string): Promise<Chapter> {
    try {
      return await this.change(id, ({ closedAt }) => ({ closedAt: closedAt ?? this.clock.now() }));
    } catch (error) {
      // Which libraries have something ahead in it, `identity.chapter_may_close` knows.
      if (violatedConstraint(error)?.startsWith('chapter_has_')) throw inUse();
      throw error;
    }
  }

  /** @throws Refusal NOT_FOUND */
  reopen(id: string): Promise<Chapter> {
    return this.change(id, () => ({ closedAt: null }));
  }

  /** The lock is stronger than that of a foreign key: whatever begins in the chapter at this moment comes before or after. */
  private async change(id: string, to: (chapter: Chapter) => Partial<Chapter>): Promise<Chapter> {
    if (!isUuid(id)) throw notThere('This chapter');
    return this.db.transaction(async (tx) => {
      const chapter = await tx.manager.findOne(Chapter, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!chapter) throw notThere('This chapter');
      const changes = to(chapter);
      await tx.manager.update(Chapter, id, changes);
      return { ...chapter, ...changes };
    });
  }
}

/** @throws Refusal BAD_INPUT */
function read(args: CreateChapterArgs, before?: Chapter): Typed {
  const { values, faults } = readInput(CreateChapterArgs, args, before);
  refuseFaults(faults);
  return values;
}

function inUse(): Refusal {
  return new Refusal(
    'CHAPTER_IN_USE',
    'This chapter still has something ahead or under way. Cancel, end or move it first.',
  );
}
