import { Injectable } from '@nestjs/common';
import {
  badInput,
  Clock,
  Database,
  isUuid,
  notThere,
  Refusal,
  SharedRead,
  violatedConstraint,
} from '@upstander/platform';
import type { Chapter } from './chapter.entity.js';
import type { CreateChapterArgs } from './create-chapter.args.js';
import { slugOf } from './slug.js';
import type { UpdateChapterArgs } from './update-chapter.args.js';

/** The local branches of the organisation. */
@Injectable()
export class ChapterService {
  /** Every list of events asks for them. */
  private readonly open = new SharedRead(() => this.read(false));

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that are open, or those that were closed, by name: an organisation has dozens, not thousands. */
  list(closed: boolean): Promise<Chapter[]> {
    return closed ? this.read(true) : this.open.get();
  }

  private read(closed: boolean): Promise<Chapter[]> {
    const sql = `SELECT ${fields} FROM identity.chapter WHERE (closed_at IS NOT NULL) = $1 ORDER BY name, id`;
    return this.db.named<Chapter>('chapters', sql, [closed]);
  }

  /** @throws Refusal BAD_INPUT */
  async create(args: CreateChapterArgs): Promise<Chapter> {
    const { name, city, timeZone } = readChapter(args);
    const slug = slugOf(name);
    for (let n = 1; ; n++) {
      const [made] = await this.db.query<Chapter>(
        `INSERT INTO identity.chapter (name, slug, time_zone, city) VALUES ($1, $2, $3, $4)
         ON CONFLICT (slug) DO NOTHING RETURNING ${fields}`,
        [name, n === 1 ? slug : `${slug}-${n}`, timeZone, city],
      );
      if (made) return made;
    }
  }

  /** Events keep the zone they were made with. @throws Refusal NOT_FOUND, BAD_INPUT */
  async update(args: UpdateChapterArgs): Promise<Chapter> {
    const { name, city, timeZone } = readChapter(args);
    return this.change(args.id, 'name = $2, city = $3, time_zone = $4', [name, city, timeZone]);
  }

  /**
   * Nothing is moved or ended behind anybody's back: events ahead and campaigns that go on are dealt with by people first.
   * @throws Refusal NOT_FOUND; CHAPTER_IN_USE
   */
  async close(id: string): Promise<Chapter> {
    try {
      return await this.change(id, 'closed_at = coalesce(closed_at, $2)', [this.clock.now()]);
    } catch (error) {
      const broken = violatedConstraint(error);
      if (broken === 'chapter_has_events' || broken === 'chapter_has_campaigns') throw inUse();
      throw error;
    }
  }

  /** @throws Refusal NOT_FOUND */
  reopen(id: string): Promise<Chapter> {
    return this.change(id, 'closed_at = NULL', []);
  }

  /** The lock is stronger than that of a foreign key: whatever begins in the chapter at this moment comes before or after. */
  private async change(id: string, set: string, values: readonly unknown[]): Promise<Chapter> {
    if (!isUuid(id)) throw notThere('This chapter');
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM identity.chapter WHERE id = $1 FOR UPDATE', [id]);
      const [chapter] = await tx.query<Chapter>(
        `UPDATE identity.chapter SET ${set} WHERE id = $1 RETURNING ${fields}`,
        [id, ...values],
      );
      if (!chapter) throw notThere('This chapter');
      return chapter;
    });
  }
}

const fields = 'id, name, slug, time_zone AS "timeZone", city, closed_at AS "closedAt"';

/** @throws Refusal BAD_INPUT */
function readChapter({ name, city, timeZone }: CreateChapterArgs): CreateChapterArgs {
  const clean = { name: name.trim(), city: city.trim(), timeZone };
  if (!clean.name || clean.name.length > 100) throw badInput({ name: clean.name ? 'too-long' : 'required' });
  if (!clean.city || clean.city.length > 100) throw badInput({ city: clean.city ? 'too-long' : 'required' });
  return clean;
}

function inUse(): Refusal {
  return new Refusal(
    'CHAPTER_IN_USE',
    'This chapter still has events ahead or campaigns that go on. Cancel, end or move them first.',
  );
}
