import { parsedUrl } from '../typed/parsed-url.js';

/** Which of several servers will do, in the words of PostgreSQL's own programs (libpq). */
const targets = ['any', 'read-write', 'read-only', 'primary', 'standby'] as const;
export type Target = (typeof targets)[number];

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
