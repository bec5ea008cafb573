import {
  badInput,
  countCap,
  type KeysetParts,
  type KeysetSource,
  type SortKey,
  type Values,
} from '@upstander/platform';

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

/**
 * Returns the sort order of search results: names that start with the text, then last names, then everything else by most
 * recent sign-up.
 */
export function orderWithNamesFirst(row: 'm' | 'v', id: string): SortKey[] {
  return [
    { sql: '0::bigint', type: 'bigint' },
    { sql: `${row}.sort_name`, type: 'text' },
    { sql: id, type: 'uuid' },
  ];
}

/** Upper bound for timestamps (ms). Subtracting from it yields a key that sorts newest first. */
const never = 8_000_000_000_000;

/** Returns SQL for a text key that sorts the most recently active first; ties are broken by descending ID. */
const latestFirst = (at: string, id: string) =>
  `(lpad((${never} - (extract(epoch FROM ${at}) * 1000)::bigint)::text, 13, '0')
    || translate(${id}::text, '0123456789abcdef', 'fedcba9876543210')) COLLATE "C"`;

/** @throws Refusal BAD_INPUT for what `latestFirst` does not write. */
function timeIn(key: string): Date {
  const left = /^\d{13}/.exec(key);
  if (!left) throw badInput({ after: 'not-a-cursor' });
  return new Date(never - Number(left[0]));
}

/**
 * Three walks, each along an index in its order, and each only where those before it did not fill the page. Read in the
 * order of names alone, a list with a hundred thousand Carlas begins behind two hundred thousand Anas and Beas. All else,
 * the middle of names and addresses, comes by the last activity: in the order of names, where a text is found hangs on the
 * names, and forty thousand may stand before the first.
 */
export function namesFirst(names: NamesAsked, after: string[] | null, values: Values) {
  return ({ from, where, keys, behind, limit }: KeysetParts): KeysetSource => {
    const id = keys.at(-1)!;
    const [name, last, active] = [`${names.row}.sort_name`, `${names.row}.sort_last`, `${names.row}.active_at`];
    const begins = `${name} LIKE ${names.beginning}`;
    const surname = `${last} LIKE ${names.beginning} AND NOT ${begins}`;
    const other = `NOT ${begins} AND NOT ${last} LIKE ${names.beginning}`;
    const begun = Number(after?.[0] ?? -1);
    const row = (key: string, type: string, value: unknown, sign: '<' | '>') =>
      `(${key}, ${id}) ${sign} (${values.add(value)}::${type}, ${values.add(after![2])}::uuid)`;
    const walks = [
      {
        key: name,
        from: names.from,
        where: `${names.where} AND ${begins}`,
        order: `${name}, ${id}`,
        bound: () => row(name, 'text', after![1], '>'),
      },
      {
        key: last,
        from: names.from,
        where: `${names.where} AND ${surname}`,
        order: `${last}, ${id}`,
        bound: () => row(last, 'text', after![1], '>'),
      },
      {
        key: latestFirst(active, id),
        from,
        where: `${where} AND ${other}`,
        order: `${active} DESC, ${id} DESC`,
        bound: () => row(active, 'timestamptz', timeIn(after![1]!), '<'),
      },
    ];
    const found = (rank: number) =>
      Array.from({ length: rank }, (_, i) => `(SELECT count(*) FROM walk${i})`).join(' + ');
    const page = walks.map(
      (walk, rank) => `walk${rank} AS MATERIALIZED (
        SELECT ${rank}::bigint AS rank, ${walk.key} AS key, ${id} AS id FROM ${walk.from}
        WHERE ${rank === 0 ? 'true' : `${found(rank)} < ${limit}`} AND ${walk.where}
          AND ${begun === rank ? walk.bound() : String(begun < rank)}
        ORDER BY ${walk.order} LIMIT ${limit}
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
