import { countCap, type KeysetParts, type KeysetSource, type SortKey, type Values } from '@upstander/platform';

/** What the names of a list are looked for in: a table or two, and what holds beside the text. */
export interface NamesAsked {
  /** How a row is called that carries `sort_name` and `sort_last`. */
  row: 'm' | 'v';
  from: string;
  where: string;
  /** The text, folded, as the beginning that LIKE looks for. */
  beginning: string;
  /** What finds a row again by its id alone. */
  again: string;
}

/** The order of a list in which somebody looks for a text: names that begin with it, surnames that do, all else. */
export function orderWithNamesFirst(row: 'm' | 'v', id: string): SortKey[] {
  return [
    { sql: '0::bigint', type: 'bigint' },
    { sql: `${row}.sort_name`, type: 'text' },
    { sql: id, type: 'uuid' },
  ];
}

/**
 * Three walks, each along an index in its order, and each only where those before it did not fill the page. Read in the
 * order of names alone, a list with a hundred thousand Carlas begins behind two hundred thousand Anas and Beas.
 */
export function namesFirst(names: NamesAsked, after: string[] | null, values: Values) {
  return ({ from, where, keys, behind, limit }: KeysetParts): KeysetSource => {
    const id = keys.at(-1)!;
    const [name, last] = [`${names.row}.sort_name`, `${names.row}.sort_last`];
    const begins = `${name} LIKE ${names.beginning}`;
    const surname = `${last} LIKE ${names.beginning} AND NOT ${begins}`;
    const other = `NOT ${begins} AND NOT ${last} LIKE ${names.beginning}`;
    const walks = [
      { key: name, from: names.from, where: `${names.where} AND ${begins}` },
      { key: last, from: names.from, where: `${names.where} AND ${surname}` },
      { key: name, from, where: `${where} AND ${other}` },
    ];
    const bound = (rank: number, key: string) => {
      const begun = Number(after?.[0] ?? -1);
      if (begun !== rank) return begun > rank ? 'false' : 'true';
      return `(${key}, ${id}) > (${values.add(after![1])}::text, ${values.add(after![2])}::uuid)`;
    };
    const found = (rank: number) =>
      Array.from({ length: rank }, (_, i) => `(SELECT count(*) FROM walk${i})`).join(' + ');
    const page = walks.map(
      (walk, rank) => `walk${rank} AS MATERIALIZED (
        SELECT ${rank}::bigint AS rank, ${walk.key} AS key, ${id} AS id FROM ${walk.from}
        WHERE ${rank === 0 ? 'true' : `${found(rank)} < ${limit}`} AND ${walk.where} AND ${bound(rank, walk.key)}
        ORDER BY ${walk.key}, ${id} LIMIT ${limit}
      )`,
    );
    const most = `LIMIT ${countCap + 1}`;
    const counted = walks.map((walk) => `(SELECT 1 FROM ${walk.from} WHERE ${walk.where} ${most})`).join(' UNION ALL ');
    return {
      prelude: `WITH ${page.join(', ')}`,
      matches: `(SELECT FROM (${counted}) c ${most}) m`,
      from: `${from} JOIN (${walks.map((_, i) => `SELECT * FROM walk${i}`).join(' UNION ALL ')}) k ON k.id = ${id}`,
      where: `${names.again} AND ${behind(['k.rank', 'k.key', 'k.id'])}`,
      keys: ['k.rank', 'k.key', 'k.id'],
    };
  };
}
