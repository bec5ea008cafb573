import pg from 'pg';
import { parsedUrl } from '../typed/parsed-url.js';

/** Which of several servers will do, in the words of PostgreSQL's own programs (libpq). */
const targets = ['any', 'read-write', 'read-only', 'primary', 'standby'] as const;
type Target = (typeof targets)[number];

/** The address of a database on one host or on several, as libpq knows it: `postgres://a:5432,b:5432/upstander`. */
export interface DatabaseAddress {
  /** Each host by itself, as an address of its own, in the order in which they are tried. */
  readonly each: readonly [string, ...string[]];
  /** `target_session_attrs`, by which one of several is chosen. */
  readonly target: Target;
}

const form = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#@]*)([^]*)$/;

/** Null where it is no such address. `URL` knows no list of hosts: whoever wants a part of one asks `firstOf` with it. */
export function databaseAddress(text: string): DatabaseAddress | null {
  const [, before = '', hosts = '', behind = ''] = form.exec(text) ?? [];
  const each = hosts.split(',').map((host) => before + host + behind);
  const first = parsedUrl(each[0] ?? '');
  if (before === '' || !first || each.some((one) => !parsedUrl(one)?.host && each.length > 1)) return null;
  const target = first.searchParams.get('target_session_attrs') ?? 'any';
  return isTarget(target) ? { each: each as [string, ...string[]], target } : null;
}

/** The address with its first host alone, in which role, database and the rest stand as in the whole. */
export function firstOf(text: string): string {
  return databaseAddress(text)?.each[0] ?? text;
}

/** Whether one of several servers is looked for that takes writes. A single one is what it is. */
export function leadsToWrites({ each, target }: DatabaseAddress): boolean {
  return each.length === 1 || target === 'read-write' || target === 'primary';
}

function isTarget(text: string): text is Target {
  return (targets as readonly string[]).includes(text);
}

/** Of several servers the one that fits, for every pool of this process that has the same address. */
export class ServerSearch {
  private last = 0;
  private underWay: Promise<string> | null = null;

  constructor(
    private readonly address: DatabaseAddress,
    /** How long all of them together may take to answer. */
    private readonly milliseconds: number,
  ) {}

  /**
   * Asks them in turn, the one that fitted last first. Asked before every new connection, which a pool needs rarely: which
   * server takes writes may have changed since. @throws what the first one said when none fits.
   */
  find(): Promise<string> {
    return (this.underWay ??= this.look().finally(() => (this.underWay = null)));
  }

  private async look(): Promise<string> {
    const { each, target } = this.address;
    const order = [this.last, ...each.keys()].filter((at, i, all) => all.indexOf(at) === i);
    let why: unknown;
    for (const at of order) {
      try {
        if (await fits(each[at]!, target, Math.max(500, this.milliseconds / each.length))) {
          this.last = at;
          return each[at]!;
        }
      } catch (error) {
        why ??= error;
      }
    }
    throw why ?? Object.assign(new Error(`None of the ${each.length} servers is ${target}.`), { code: '25006' });
  }
}

/** Not by what a server says of itself when a connection begins: a pooler in between does not hand that on. */
async function fits(url: string, target: Target, milliseconds: number): Promise<boolean> {
  const limits = { connectionTimeoutMillis: milliseconds, query_timeout: milliseconds };
  const client = new pg.Client({ connectionString: url, application_name: 'upstander-search', ...limits });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ standby: boolean; reads: boolean }>(
      `SELECT pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS reads`,
    );
    const { standby, reads } = rows[0]!;
    const are = { any: true, 'read-write': !reads, 'read-only': reads, primary: !standby, standby };
    return are[target];
  } finally {
    void client.end().catch(() => undefined);
  }
}

const searches = new Map<string, ServerSearch>();

/** How to find the server of such an address; null for an address of one host, which needs no search. */
export function searchFor(text: string | undefined, milliseconds: number): ServerSearch | null {
  const address = text === undefined ? null : databaseAddress(text);
  if (!text || !address || address.each.length === 1) return null;
  let search = searches.get(text);
  if (!search) searches.set(text, (search = new ServerSearch(address, milliseconds)));
  return search;
}
