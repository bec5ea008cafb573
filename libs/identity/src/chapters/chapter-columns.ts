import type { Tx } from '@upstander/platform';

const column = (sql: string, id: string) => `(SELECT ${sql} FROM identity.chapter WHERE chapter.id = ${id})`;

/** SQL: name of the chapter whose ID is the SQL expression `id`; null without one. The other functions do the same. */
export const chapterName = (id: string): string => column('chapter.name', id);

export const chapterZone = (id: string): string => column('chapter.time_zone', id);

/** SQL: local date of the chapter at the time `at`, as text. */
export const chapterDate = (id: string, at: string): string =>
  `to_char(${at}::timestamptz AT TIME ZONE ${chapterZone(id)}, 'YYYY-MM-DD')`;

/** SQL: the chapter as JSON, for a field of type `Chapter`. */
export const chapterJson = (id: string): string =>
  column(
    `json_build_object('id', chapter.id, 'name', chapter.name, 'slug', chapter.slug, 'timeZone', chapter.time_zone,
      'city', chapter.city, 'closedAt', chapter.closed_at)`,
    id,
  );

/** SQL: ID of the chapter with this slug. */
export const chapterBySlug = (slug: string): string => `(SELECT id FROM identity.chapter WHERE slug = ${slug})`;

/** Returns the open chapters with these slugs. */
export const findOpenChapters = (
  db: Pick<Tx, 'query'>,
  slugs: readonly string[],
): Promise<Array<{ id: string; name: string; slug: string }>> =>
  db.query('SELECT id, name, slug FROM identity.chapter WHERE slug = ANY ($1::text[]) AND closed_at IS NULL', [slugs]);
