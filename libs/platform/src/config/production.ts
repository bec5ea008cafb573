import { databaseAddress } from './database-address.js';
import { parsedUrl } from '../typed/parsed-url.js';

export const productionProblem = (value: unknown, name: string): string | null =>
  value ? `${name} is a development feature and not allowed in production.` : null;

/** Rejects a public URL without HTTPS, unless it is on this machine. */
export function requireHttps(value: string, name: string): string | null {
  const home = new URL(value);
  if (home.protocol !== 'http:' || isLoopback(home.hostname)) return null;
  return `${name} is "${value}": without HTTPS, others on the network can see who signs in and who asks for help.`;
}

/** Rejects a plain HTTP URL to a service outside the private network. */
export function plainHttp(value: string | undefined, name: string): string | null {
  const url = parsedUrl(value ?? '');
  if (url?.protocol !== 'http:' || isPrivateHost(url.hostname)) return null;
  return `${name} connects to ${url.hostname} without TLS: use https://.`;
}

export function rejectWeakSecret(secret: string, name: string): string | null {
  if (new Set(secret).size >= 12) return null;
  return `${name} repeats a few characters and can be guessed: use the output of openssl rand -base64 48.`;
}

/** Rejects a database, queue or mail server that is reached over a public network without TLS. */
export function plainConnection(value: unknown, name: string, allowed: readonly string[]): string | null {
  if (typeof value !== 'string') return null;
  const addresses = databaseAddress(value)?.each ?? [value];
  return addresses.map((one) => rejectPlainUrl(one, name, allowed)).find((complaint) => complaint !== null) ?? null;
}

function rejectPlainUrl(value: string, name: string, allowed: readonly string[]): string | null {
  const url = parsedUrl(value);
  if (!url || isPrivateHost(url.hostname) || allowed.includes(url.hostname)) return null;
  const host = url.hostname;
  const allow = `add ${host} to PLAIN_CONNECTIONS_TO if the whole network in between is yours`;
  switch (url.protocol) {
    case 'postgres:':
    case 'postgresql:':
      if (requiresTls(url)) return null;
      return `${name} connects to ${host} without TLS: add ?sslmode=verify-full, or ${allow}.`;
    case 'tcp:':
      return `${name} sends uploaded files to ${host} without TLS: use a scanner on this machine, or ${allow}.`;
    case 'redis:':
      return `${name} connects to ${host} without TLS: use rediss://, or ${allow}.`;
    case 'smtp:':
      if (url.searchParams.get('requireTLS') === 'true') return null;
      return `${name} sends email to ${host} without requiring TLS: use smtps://, add ?requireTLS=true, or ${allow}.`;
    default:
      return null;
  }
}

type Sentinels = { readonly [Name in 'REDIS_URL' | 'REDIS_SENTINELS' | 'PLAIN_CONNECTIONS_TO']?: unknown };

/** Rejects sentinels that are reached over a public network without TLS. */
export function plainSentinels({
  REDIS_URL: url,
  REDIS_SENTINELS: all,
  PLAIN_CONNECTIONS_TO: to,
}: Sentinels): string[] {
  const protocol = typeof url === 'string' ? parsedUrl(url)?.protocol : undefined;
  if (protocol === undefined || !Array.isArray(all) || !Array.isArray(to)) return [];
  return (all as string[])
    .map((one) => plainConnection(`${protocol}//${one}`, 'REDIS_SENTINELS', to as string[]))
    .filter((complaint) => complaint !== null);
}

/** Rejects REDIS_SENTINELS without the name of a master in REDIS_URL, which would leave them unused. */
export function checkSentinels({ REDIS_URL: url, REDIS_SENTINELS: all }: Sentinels): string[] {
  if (!Array.isArray(all) || all.length === 0) return [];
  const { hostname = '', port = '' } = (typeof url === 'string' ? parsedUrl(url) : null) ?? {};
  if (hostname !== '' && port === '') return [];
  return [
    'REDIS_SENTINELS needs REDIS_URL with the name of the master and without a port: redis://:password@mymaster/0',
  ];
}

/** True if pg requires TLS for this URL. `no-verify` prevents eavesdropping but not a man in the middle. */
function requiresTls({ searchParams }: URL): boolean {
  const mode = searchParams.get('sslmode');
  if (mode !== null) return ['require', 'verify-ca', 'verify-full', 'no-verify'].includes(mode);
  return ['true', '1'].includes(searchParams.get('ssl') ?? '');
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}

/** True for this machine, a bare container host name, or an address of a private network. */
function isPrivateHost(host: string): boolean {
  if (host === '' || isLoopback(host)) return true;
  if (/^[\w-]+$/.test(host) || /\.(?:internal|local|localdomain|svc)$/.test(host)) return true;
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd])/i.test(host);
}
