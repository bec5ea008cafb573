import { z } from 'zod';
import { parsedUrl } from '../typed/parsed-url.js';
import { setting, settingOf } from './setting.js';
import { byHttps, notToBeGuessed } from './production.js';

/** Splits a list of secrets, unless a part is too short, because a secret can contain commas. */
function splitSecrets(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => part.length >= 32) ? parts : [text];
}

/** True if the URL has no path, query or credentials. */
function isHostAlone(text: string): boolean {
  const url = parsedUrl(text);
  return url === null || (/^\/*$/.test(url.pathname) && url.search + url.hash + url.username + url.password === '');
}

export const platformSettings = {
  NODE_ENV: setting(
    z.enum(['production', 'development', 'test']).default('production'),
    'What this process is: conveniences of development refuse to start in production.',
    'production',
  ),
  HOST: setting(z.string().default('0.0.0.0'), 'The address the HTTP server listens on.', '127.0.0.1'),
  PORT: setting(settingOf.port(0).default(3000), 'The port the HTTP server listens on.', '3000'),
  PUBLIC_URL: setting(
    settingOf
      .url('http:', 'https:')
      .refine(isHostAlone, 'must be only a scheme and a host: the site is served at its root, and this URL is public')
      .transform((text) => text.replace(/\/+$/, '')),
    'The address people type to reach the site; links in mail begin with it, and https turns on secure cookies.',
    'https://volunteer.example.org',
    { inProduction: byHttps },
  ),
  ADMIN_URL: setting(
    settingOf
      .url('http:', 'https:')
      .refine(isHostAlone, 'must be a scheme and a host alone: the admin is served at /admin below it')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    'Address of the admin, on a host name of its own. The admin is then served only there and the public site only at PUBLIC_URL, each with its own sessions. Without it, both share PUBLIC_URL.',
    'https://admin.volunteer.example.org',
    { inProduction: (value, name) => (value === undefined ? null : byHttps(value, name)) },
  ),
  EXTRA_HOSTS: setting(
    settingOf.names(/^[\w.-]+(:\d{1,5})?$/, 'must be host names, separated by commas'),
    'Further names by which people or your own proxy reach the site, with commas between them; for every other name in the Host of a request nothing is served but /livez, /readyz and /health.',
    'www.example.org,upstander.internal:3000',
  ),
  TRUST_PROXY: setting(
    z
      .string()
      .regex(/^(false|true|[0-9])$/, 'must be true, false or the number of your own proxies (at most 9)')
      .default('false')
      .transform((text) => (text === 'true' ? 1 : text === 'false' ? 0 : Number(text))),
    'Behind how many proxies of your own every request comes (true is one): so many of the last X-Forwarded-For addresses are theirs, and their X-Request-ID and traceparent are believed.',
    '2',
  ),
  REQUEST_SECONDS: setting(
    settingOf.seconds(120),
    'How long a request may take to arrive, from its first byte to its last; then it is answered 408. Ten megabytes from a slow phone take a minute and a half.',
    '120',
  ),
  APP_SECRET: setting(
    z.string().min(32, 'must be at least 32 characters'),
    'The secret that personal links and sealed values are made with. Another one goes with the present one in APP_SECRET_OLD (see the operator guide), or nothing made so far opens any more.',
    'the output of: openssl rand -base64 48',
    { secret: true, inProduction: notToBeGuessed },
  ),
  APP_SECRET_OLD: setting(
    z
      .string()
      .transform(splitSecrets)
      .refine((secrets) => secrets.every((secret) => secret.length >= 32), 'must be secrets of at least 32 characters')
      .default([]),
    'What APP_SECRET was before, the newest first, with commas between them: nothing is made with these any more, and what was made with them still opens.',
    'the APP_SECRET of before',
    { secret: true },
  ),
  DATABASE_URL: setting(
    settingOf.database(),
    'The PostgreSQL database (version 15 or later) that holds everything; on several hosts of which one takes writes, as libpq knows them: …@db1:5432,db2:5432/upstander?target_session_attrs=read-write.',
    'postgres://upstander:secret@db:5432/upstander',
    { secret: true },
  ),
  DATABASE_REPLICA_URL: setting(
    settingOf.database({ isWritten: false }).optional(),
    'A streaming replica of that database, entered by the same role, for what visitors read and everybody sees alike; without it the primary answers everything.',
    'postgres://upstander:secret@replica:5432/upstander',
    { secret: true },
  ),
  REPLICA_MAX_LAG_SECONDS: setting(
    settingOf.seconds(10),
    'How old what the replica shows may be. While it is further behind, or away, the primary answers.',
    '10',
  ),
  DATABASE_POOL: setting(settingOf.count(10, 2), 'How many database connections each process may hold open.', '10'),
  DATABASE_CONNECT_SECONDS: setting(
    settingOf.seconds(5),
    'How long a request waits for a database connection before it is refused, and how long the database may answer nobody before everybody is refused at once, until it answers again.',
    '5',
  ),
  DATABASE_STATEMENT_SECONDS: setting(
    settingOf.seconds(15),
    'How long one statement of a request may take, and how long its answer is waited for, should the database be stuck.',
    '15',
  ),
  DATABASE_JOB_SECONDS: setting(
    settingOf.seconds(900),
    "How long one statement of the worker's jobs, or one exported file, may take. Migrations and the check of the whole ledger have no limit.",
    '900',
  ),
  DATABASE_IDLE_SECONDS: setting(
    settingOf.seconds(60),
    'How long a transaction may stand open without a statement before the database ends it and frees what it locked.',
    '60',
  ),
  PLAIN_CONNECTIONS_TO: setting(
    settingOf.names(/^[\w.-]+$/, 'must be host names, separated by commas'),
    'Hosts outside this machine and its private network that database, queue and mail server may be reached at without TLS, with commas between them; production refuses all others.',
    'db.corp.example.org',
  ),
  REDIS_URL: setting(
    settingOf
      .url('redis:', 'rediss:')
      .refine((text) => /^(\/\d*)?$/.test(parsedUrl(text)?.pathname ?? ''), {
        message: 'must end with a database number, for example /0, or with none',
      })
      .optional(),
    'Redis or Valkey (with AOF on) for the job queue; without it the queue lives in PostgreSQL. With REDIS_SENTINELS its host is the name of the master, as they know it.',
    'redis://cache:6379',
    { secret: true },
  ),
  REDIS_SENTINELS: setting(
    settingOf.names(/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/, 'must be hosts with ports, separated by commas'),
    'The sentinels that say which Redis is the master now, with commas between them; three, on three machines, survive the loss of one.',
    'sentinel1:26379,sentinel2:26379,sentinel3:26379',
  ),
  REDIS_SENTINEL_USERNAME: setting(
    z.string().optional(),
    'The name by which the sentinels are entered, where they ask for one.',
    'upstander',
  ),
  REDIS_SENTINEL_PASSWORD: setting(
    z.string().optional(),
    'The password of the sentinels, where they have one; that of Redis itself stands in REDIS_URL.',
    'the output of: openssl rand -hex 24',
    { secret: true },
  ),
  GRAPHQL_INTROSPECTION: setting(
    settingOf.choice.optional(),
    'Whether GraphQL clients may ask for the schema: where nothing is said they may, but in production they may not.',
    'true',
  ),
  GRAPHQL_FREE_DOCUMENTS: setting(
    settingOf.choice.optional(),
    'Whether anybody may send a GraphQL document of their own: where nothing is said they may, but in production only the documents of the site and the admin are answered.',
    'true',
  ),
  GRAPHQL_TOKENS: setting(
    z
      .string()
      .regex(/^[\w+/=.~-]{32,}(,[\w+/=.~-]{32,})*$/, 'must be tokens of at least 32 characters, separated by commas')
      .transform((text) => text.split(','))
      .default([]),
    'Whoever sends one of these as X-GraphQL-Token may send documents of their own in production too (programs of yours, see the operator guide).',
    'the output of: openssl rand -base64 32',
    { secret: true },
  ),
  METRICS_PORT: setting(
    settingOf.port().optional(),
    'A port of the api for /metrics alone, in the format of Prometheus; not set, there is none. Never let the proxy lead there.',
    '9464',
  ),
  WORKER_PORT: setting(
    settingOf.port().optional(),
    'A port of the worker for /livez, /readyz, /health and /metrics; not set, there is none.',
    '9465',
  ),
  METRICS_HOST: setting(
    z.string().default('127.0.0.1'),
    'The address on which METRICS_PORT and WORKER_PORT listen: this machine alone, unless whoever asks comes by a private network of yours.',
    '127.0.0.1',
  ),
  SLOW_STATEMENT_MS: setting(
    settingOf.count(1000, 0),
    'A statement of the database that takes longer is logged and counted by its name, never with its values. 0 switches it off.',
    '1000',
  ),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    'How much is logged.',
    'info',
  ),
} as const;
