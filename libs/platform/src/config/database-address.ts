import { parsedUrl } from '../typed/parsed-url.js';

/** Values of libpq's `target_session_attrs` that we support. */
const targets = ['any', 'read-write', 'read-only', 'primary', 'standby'] as const;
export type Target = (typeof targets)[number];

/** A database URL with one or more hosts, as in libpq: `postgres://a:5432,b:5432/upstander`. */
export interface DatabaseAddress {
  /** One URL per host, in order of preference. */
  readonly each: readonly [string, ...string[]];
  readonly target: Target;
}

const form = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#@]*)([^]*)$/;

/** Returns null for an invalid URL. `URL` can't parse a list of hosts. */
export function databaseAddress(text: string): DatabaseAddress | null {
  const [, before = '', hosts = '', suffix = ''] = form.exec(text) ?? [];
  const addresses = hosts.split(',').map((host) => before + host + suffix);
  const first = parsedUrl(addresses[0] ?? '');
  if (before === '' || !first || addresses.some((one) => !parsedUrl(one)?.host && addresses.length > 1)) return null;
  const target = first.searchParams.get('target_session_attrs') ?? 'any';
  return isTarget(target) ? { each: addresses as [string, ...string[]], target } : null;
}

/** `URL` can parse the result. */
export function firstOf(text: string): string {
  return databaseAddress(text)?.each[0] ?? text;
}

/** True if the URL leads to a server that accepts writes; assumed for a single host. */
export function acceptsWrites({ each: addresses, target }: DatabaseAddress): boolean {
  return addresses.length === 1 || target === 'read-write' || target === 'primary';
}

function isTarget(text: string): text is Target {
  return (targets as readonly string[]).includes(text);
}
