import { databaseAddress } from './database-address.js';
import { parsedUrl } from '../typed/parsed-url.js';
import { isLoopback } from './production.js';
import type { Setting } from './setting.js';

/** Returns null, or a sentence that says what REQUIRE_TLS finds missing. */
export function findUnencrypted(
  value: unknown,
  name: string,
  { connects: isConnecting = false }: Pick<Setting, 'connects'> = {},
): string | null {
  if (typeof value !== 'string') return null;
  const addresses = databaseAddress(value)?.each ?? [value];
  return addresses.map((one) => unencryptedAddress(one, name, isConnecting)).find((fault) => fault !== null) ?? null;
}

function unencryptedAddress(value: string, name: string, isConnecting: boolean): string | null {
  const url = parsedUrl(value);
  if (!url || isThisMachine(url)) return null;
  const leads = `${name} leads to ${hostOf(url)}, and REQUIRE_TLS is set`;
  switch (url.protocol) {
    case 'postgres:':
    case 'postgresql:':
      return isVerifiedDatabase(url)
        ? null
        : `${leads}: add ?sslmode=verify-full, with sslrootcert if the authority is your own.`;
    case 'redis:':
      return `${leads}: begin it with rediss://.`;
    case 'smtp:':
    case 'smtps:':
      return isVerifiedMail(url)
        ? null
        : `${leads}: use smtps://, or smtp:// with ?requireTLS=true, and verify the certificate.`;
    case 'tcp:':
      return `${leads}: ClamAV speaks no TLS, so use a scanner on this machine (unix:///run/clamav/clamd.ctl).`;
    case 'http:':
      return isConnecting ? `${leads}: begin it with https://.` : null;
    default:
      return null;
  }
}

type Sentinels = { readonly [Name in 'REDIS_URL' | 'REDIS_SENTINELS']?: unknown };

/** The same for the sentinels, which use TLS if REDIS_URL does. */
export function unencryptedSentinels({ REDIS_URL: url, REDIS_SENTINELS: all }: Sentinels): string[] {
  const protocol = typeof url === 'string' ? parsedUrl(url)?.protocol : undefined;
  if (protocol === undefined || !Array.isArray(all)) return [];
  return (all as string[])
    .map((one) => findUnencrypted(`${protocol}//${one}`, 'REDIS_SENTINELS'))
    .filter((fault) => fault !== null);
}

type Ports = {
  readonly TLS_CERT_FILE?: string | undefined;
};

/** Returns null, or a sentence that says what REQUIRE_TLS finds missing for a port of ours. */
export function unencryptedPort({ TLS_CERT_FILE }: Ports, name: string, host: string): string | null {
  if (TLS_CERT_FILE !== undefined || isLoopback(host) || host === '::1') return null;
  return `${name} is "${host}", and REQUIRE_TLS is set: set TLS_CERT_FILE and TLS_KEY_FILE, or let it be 127.0.0.1.`;
}

/** PLAIN_CONNECTIONS_TO can't be combined with REQUIRE_TLS. */
export function plainExceptions(hosts: unknown): string[] {
  return Array.isArray(hosts) && hosts.length > 0
    ? ['PLAIN_CONNECTIONS_TO and REQUIRE_TLS are both set: leave one of them out.']
    : [];
}

/** pg connects to the host in the query, if there is one, and not to the one before it. */
function hostOf({ hostname, searchParams }: URL): string {
  return searchParams.get('host') ?? decodeURIComponent(hostname);
}

function isThisMachine(url: URL): boolean {
  const host = /^postgres/.test(url.protocol) ? hostOf(url) : url.hostname;
  // A host that is a path is the folder of a Unix socket.
  return isLoopback(host) || host.startsWith('/') || (host === '' && url.protocol !== 'http:');
}

/** Modes in which pg refuses a certificate that it can't verify. `no-verify` and libpq's `require` encrypt for anyone. */
function isVerifiedDatabase({ searchParams }: URL): boolean {
  const mode = searchParams.get('sslmode');
  const asLibpq = searchParams.get('uselibpqcompat') === 'true';
  if (mode !== null) return mode === 'verify-full' || (!asLibpq && ['require', 'verify-ca'].includes(mode));
  return ['true', '1'].includes(searchParams.get('ssl') ?? '');
}

/** The query of such an address sets options of nodemailer, some of which switch off what its scheme promises. */
function isVerifiedMail({ protocol, searchParams }: URL): boolean {
  const isChecked = (searchParams.get('tls.rejectUnauthorized') ?? 'true') === 'true';
  const requiresTls = searchParams.get('requireTLS') === 'true' && !searchParams.has('ignoreTLS');
  return isChecked && (protocol === 'smtps:' || requiresTls);
}
