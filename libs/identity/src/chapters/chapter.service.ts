import { Injectable } from '@nestjs/common';
import { badInput, Database } from '@upstander/platform';
import type { Chapter } from './chapter.entity.js';
import type { CreateChapterArgs } from './create-chapter.args.js';
import { slugOf } from './slug.js';

/** The local branches of the organisation. */
@Injectable()
export class ChapterService {
  constructor(private readonly db: Database) {}

  /** All of them, by name: an organisation has dozens, not thousands. */
  list(): Promise<Chapter[]> {
    return this.db.query<Chapter>(`SELECT ${fields} FROM identity.chapter ORDER BY name, id`);
  }

  /** @throws Refusal BAD_INPUT */
  async create({ name, timeZone, city }: CreateChapterArgs): Promise<Chapter> {
    const clean = { name: name.trim(), city: city.trim() };
    if (!clean.name || clean.name.length > 100) throw badInput({ name: clean.name ? 'too-long' : 'required' });
    if (!clean.city || clean.city.length > 100) throw badInput({ city: clean.city ? 'too-long' : 'required' });
    const slug = slugOf(clean.name);
    for (let n = 1; ; n++) {
      const [made] = await this.db.query<Chapter>(
        `INSERT INTO identity.chapter (name, slug, time_zone, city) VALUES ($1, $2, $3, $4)
         ON CONFLICT (slug) DO NOTHING RETURNING ${fields}`,
        [clean.name, n === 1 ? slug : `${slug}-${n}`, timeZone, clean.city],
      );
      if (made) return made;
    }
  }
}

const fields = 'id, name, slug, time_zone AS "timeZone", city';
