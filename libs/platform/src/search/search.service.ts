import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Values } from '../database/conditions.js';
import { PublicReads } from '../database/public-reads.js';
import { withNodes } from '../graphql/pages/connection.js';
import { countCap } from '../graphql/pages/cursor.js';
import { cappedSql } from '../graphql/pages/keyset-source.js';
import { keysAfter, keysetList, type SortKey } from '../graphql/pages/keyset-list.js';
import { badInput } from '../refusals/refusal.js';
import { typedLine } from '../typed/typed.js';
import { excerptParts, headline } from './excerpt.js';
import type { SearchConnection, SearchResult } from './search-result.js';
import { withSynonyms } from './synonyms.js';
import { searchables, type Searchable, type SearchFace, type SearchSource } from './searchables.js';
import type { PageArgs } from '../graphql/pages/page-args.js';

export interface SearchCriteria extends PageArgs {
  text: string;
  kinds?: readonly string[] | null;
  /** Kinds that this installation doesn't have. */
  absentKinds?: readonly string[];
  locale: 'en' | 'es';
}

type Row = Omit<SearchResult, 'excerpt' | 'dates'> & { excerpt: string; grouped: number };
type KeysetExecutor = Parameters<typeof keysetList>[0];

export const longestSearch = 100;
const maxWords = 6;
/** Similarity threshold that still matches a word with two swapped letters. */
const similarityThreshold = 0.3;
/** Drops results below this share of the best similarity. */
const relativeSimilarity = 0.75;
/** Exact matches score at least this much and similar ones less, so a cursor shows which it continues. */
const exactScore = 2_000_000;

const by: readonly SortKey[] = [
  { sql: 'f.score', type: 'bigint' },
  { sql: 'f.first', type: 'bigint' },
  { sql: 'f.id', type: 'uuid' },
];

/**
 * Searches public content by words, using columns made by platform.search_vector. If nothing matches exactly, it finds similar
 * names. Searches are neither stored nor logged.
 */
@Injectable()
export class Search {
  constructor(
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BAD_INPUT for an invalid text, page or cursor */
  async find(criteria: SearchCriteria): Promise<SearchConnection> {
    const text = searchText(criteria.text);
    const from = this.visitors.source();
    const after = keysAfter(criteria.after, by);
    if (!after || Number(after[0]) >= exactScore) {
      const page = await this.page(from, { ...criteria, text: withSynonyms(text) }, matchExactly);
      if (after || page.counts.length > 0) return { ...page, similar: false };
    }
    const words = text
      .split(' ')
      .filter((word) => word.length >= 3)
      .slice(0, maxWords);
    if (words.length === 0) return { ...(await this.page(from, { ...criteria, text }, matchNothing)), similar: false };
    return from.runTogether(async (tx) => {
      await tx.query(`SELECT set_config('pg_trgm.strict_word_similarity_threshold', $1, true)`, [
        String(similarityThreshold),
      ]);
      const page = await this.page(tx, { ...criteria, text }, matchSimilar(words));
      return { ...page, similar: page.counts.length > 0 };
    });
  }

  private async page(
    db: KeysetExecutor,
    { text, kinds, absentKinds = [], locale, ...page }: SearchCriteria,
    matcher: Matcher,
  ): Promise<SearchConnection> {
    const values = new Values([this.clock.now(), locale, text]);
    const conditions = searchables
      .all()
      .filter(([kind]) => !absentKinds.includes(kind))
      .flatMap(([kind, { ways: ownSources }]) =>
        ownSources.map((source) => `(${matchesOf(kind, source, matcher(source, values))})`),
      );
    const prelude = `WITH asked AS (SELECT $1::timestamptz, $2::text, $3::text), matched AS (
      SELECT m.kind, (array_agg(m.id ORDER BY m.first DESC, m.id))[1] AS id, max(m.score) AS score, max(m.first) AS first,
        count(m.group_id)::integer AS grouped
      FROM (${conditions.join(' UNION ALL ')}) m GROUP BY m.kind, coalesce(m.group_id, m.id)
    ), found AS MATERIALIZED (
      SELECT m.* FROM matched m WHERE m.score >= ${exactScore} OR m.score >= ${relativeSimilarity} * (SELECT max(score) FROM matched)
    )`;
    const result = await keysetList<Row>(db, {
      columns: 'f.kind, f.id, f.grouped',
      from: 'found f',
      details: {
        columns: `s.slug, s.title, s.place, s."startsAt", s."timeZone", ${headline('s.text', tsquery)} AS excerpt`,
        from: `(${facesSql()}) s`,
      },
      conditions: kinds?.length ? [`f.kind = ANY (${values.add(kinds)}::text[])`] : [],
      beside:
        () => `SELECT json_agg(json_build_object('kind', c.kind, 'count', least(c.n, ${countCap})) ORDER BY c.kind)
        FROM (SELECT kind, count(*) AS n FROM found GROUP BY kind) c`,
      values,
      by,
      page,
      direction: 'DESC',
      source: ({ from, where, keys, behind }) => ({
        prelude,
        matches: cappedSql(from, where),
        from,
        keys,
        where: `${where} AND ${behind(keys)}`,
      }),
    });
    const counts = (result.beside ?? []) as SearchConnection['counts'];
    const nodes = withNodes(result, ({ excerpt, grouped, ...row }) => ({
      ...row,
      excerpt: excerptParts(excerpt),
      dates: grouped > 1 ? grouped : null,
    }));
    return { ...nodes, counts, similar: false };
  }
}

/** @throws Refusal BAD_INPUT with fewer than two letters or digits */
function searchText(input: string): string {
  const line = typedLine('text', input, longestSearch);
  // An excluded word (-word) alone would match everything.
  const text = line.replace(/(^|\s)-+/g, '$1').trim();
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) throw badInput({ text: 'too-short' });
  return text;
}

type Matcher = (source: SearchSource, values: Values) => { condition: string; score: string; least: number };

/** The query in both languages. Written as a constant expression so that the planner knows its selectivity. */
const tsquery = `(websearch_to_tsquery('platform.english', $3) || websearch_to_tsquery('platform.spanish', $3))`;

const matchExactly: Matcher = ({ vector, language }) => ({
  condition: `${vector} @@ ${tsquery}`,
  // A match in the name counts ten times one in the text. Option 1 compensates for long texts.
  score: `ts_rank(${vector}, ${tsquery}, 1)${language ? ` * CASE WHEN ${language} = $2 THEN 1.5 ELSE 1 END` : ''}`,
  least: exactScore,
});

const matchNothing: Matcher = () => ({ condition: 'false', score: '0', least: 0 });

const matchSimilar =
  (words: readonly string[]): Matcher =>
  ({ name }, values) => {
    const foldedWords = words.map((word) => `platform.fold(${values.add(word)})`);
    const foldedName = `platform.fold(${name})`;
    return {
      condition: `(${foldedWords.map((word) => `${word} <<% ${foldedName}`).join(' OR ')})`,
      score: `(${foldedWords.map((word) => `strict_word_similarity(${word}, ${foldedName})`).join(' + ')}) / ${words.length}`,
      least: 0,
    };
  };

function matchesOf(kind: string, source: SearchSource, { condition, score, least }: ReturnType<Matcher>): string {
  const { sql, type } = source.order;
  const first = type === 'time' ? `-extract(epoch FROM ${sql})::bigint` : '0::bigint';
  return `SELECT '${kind}' AS kind, ${source.id} AS id, ${source.group ?? 'NULL::uuid'} AS group_id, ${least} + round(((${score}) * 1000000)::numeric)::bigint AS score, ${first} AS first
    FROM ${source.from} WHERE ${source.where} AND ${condition} ORDER BY ${sql} LIMIT ${countCap + 1}`;
}

function facesSql(): string {
  return searchables
    .all()
    .map(([kind, { face }]: [string, Searchable]) => faceSql(kind, face))
    .join(' UNION ALL ');
}

function faceSql(kind: string, { from, ...columns }: SearchFace): string {
  const { slug, title, text, place = `''`, startsAt = 'NULL', timeZone = 'NULL' } = columns;
  return `SELECT ${slug} AS slug, ${title} AS title, ${text} AS text, ${place} AS place,
      (${startsAt})::timestamptz AS "startsAt", (${timeZone})::text AS "timeZone"
    FROM ${from} AND page.kind = '${kind}'`;
}
