import { z } from 'zod';
import { parsedUrl } from '../typed/parsed-url.js';
import { setting, settingTypes } from './setting.js';
import { requireHttps, rejectWeakSecret } from './production.js';

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
    "The environment. Development features don't start in production.",
    'production',
  ),
  HOST: setting(z.string().default('0.0.0.0'), 'The address the HTTP server listens on.', '127.0.0.1'),
  PORT: setting(settingTypes.port(0).default(3000), 'The port the HTTP server listens on.', '3000'),
  PUBLIC_URL: setting(
    settingTypes
      .url('http:', 'https:')
      .refine(isHostAlone, 'must be only a scheme and a host: the site is served at its root, and this URL is public')
      .transform((text) => text.replace(/\/+$/, '')),
    'The public URL of the site. Links in emails start with it, and https turns on secure cookies.',
    'https://volunteer.example.org',
    { productionProblem: requireHttps },
  ),
  ADMIN_URL: setting(
    settingTypes
      .url('http:', 'https:')
      .refine(isHostAlone, 'must be a scheme and a host alone: the admin is served at /admin below it')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    'The URL of the admin, if it has its own host name. The admin is then served only there and the public site only at PUBLIC_URL, each with its own sessions. Without it, both share PUBLIC_URL.',
    'https://admin.volunteer.example.org',
    { productionProblem: (value, name) => (value === undefined ? null : requireHttps(value, name)) },
  ),
  EXTRA_HOSTS: setting(
    settingTypes.names(/^[\w.-]+(:\d{1,5})?$/, 'must be host names, separated by commas'),
    'Other host names of the site for visitors or your proxy, separated by commas. Requests for any other host get only /livez, /readyz and /health.',
    'www.example.org,upstander.internal:3000',
  ),
  TRUST_PROXY: setting(
    z
      .string()
      .regex(/^(false|true|[0-9])$/, 'must be true, false or the number of your own proxies (at most 9)')
      .default('false')
      .transform((text) => (text === 'true' ? 1 : text === 'false' ? 0 : Number(text))),
    'The number of your own proxies that every request passes (true means one). This many entries at the end of X-Forwarded-For are trusted, and so are X-Request-ID and traceparent.',
    '2',
  ),
  REQUEST_SECONDS: setting(
    settingTypes.seconds(120),
    'How long a request can take to arrive, from first to last byte, before a 408 response. Ten megabytes from a slow phone take a minute and a half.',
    '120',
  ),
  APP_SECRET: setting(
    z.string().min(32, 'must be at least 32 characters'),
    'The secret that signs personal links and encrypts sealed values. To change it, move the current one to APP_SECRET_OLD (see the operator guide); otherwise existing links and values stop working.',
    'the output of: openssl rand -base64 48',
    { secret: true, productionProblem: rejectWeakSecret },
  ),
  APP_SECRET_OLD: setting(
    z
      .string()
      .transform(splitSecrets)
      .refine((secrets) => secrets.every((secret) => secret.length >= 32), 'must be secrets of at least 32 characters')
      .default([]),
    'Earlier values of APP_SECRET, the newest first, separated by commas. They only verify and decrypt existing links and values.',
    'the previous APP_SECRET',
    { secret: true },
  ),
  DATABASE_URL: setting(
    settingTypes.database(),
    'The PostgreSQL database (version 15 or later). To use several hosts, one of which accepts writes, list them as in libpq: …@db1:5432,db2:5432/upstander?target_session_attrs=read-write.',
    'postgres://upstander:secret@db:5432/upstander',
    { secret: true },
  ),
  DATABASE_REPLICA_URL: setting(
    settingTypes.database({ isWritten: false }).optional(),
    'A streaming replica of that database, accessed with the same role, for public pages that look the same to everyone. Without it, the primary serves everything.',
    'postgres://upstander:secret@replica:5432/upstander',
    { secret: true },
  ),
  REPLICA_MAX_LAG_SECONDS: setting(
    settingTypes.seconds(10),
    'Maximum age of data from the replica. If the replica lags further or is down, the primary is used.',
    '10',
  ),
  DATABASE_POOL: setting(settingTypes.count(10, 2), 'Maximum number of database connections per process.', '10'),
  DATABASE_CONNECT_SECONDS: setting(
    settingTypes.seconds(5),
    "How long a request waits for a database connection before it is rejected. If the database doesn't respond at all for this long, all requests are rejected immediately until it responds again.",
    '5',
  ),
  DATABASE_STATEMENT_SECONDS: setting(
    settingTypes.seconds(15),
    'Timeout of a statement in a request, and of waiting for its result if the database is stuck.',
    '15',
  ),
  DATABASE_JOB_SECONDS: setting(
    settingTypes.seconds(900),
    "Timeout of a statement in the worker's jobs, or of one exported file. Migrations and the check of the whole ledger have no timeout.",
    '900',
  ),
  DATABASE_IDLE_SECONDS: setting(
    settingTypes.seconds(60),
    'How long a transaction can stay open without a statement before the database ends it and releases its locks.',
    '60',
  ),
  PLAIN_CONNECTIONS_TO: setting(
    settingTypes.names(/^[\w.-]+$/, 'must be host names, separated by commas'),
    'Hosts outside this machine and its private network that the database, queue and mail server connections may use without TLS, separated by commas. In production, all others are rejected.',
    'db.corp.example.org',
  ),
  REDIS_URL: setting(
    settingTypes
      .url('redis:', 'rediss:')
      .refine((text) => /^(\/\d*)?$/.test(parsedUrl(text)?.pathname ?? ''), {
        message: 'must end with a database number, for example /0, or with none',
      })
      .optional(),
    'Redis or Valkey (with AOF on) for the job queue. Without it, the queue is in PostgreSQL. With REDIS_SENTINELS, the host is the name of the master.',
    'redis://cache:6379',
    { secret: true },
  ),
  REDIS_SENTINELS: setting(
    settingTypes.names(/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/, 'must be hosts with ports, separated by commas'),
    'The Redis sentinels that know the current master, separated by commas. Three sentinels on three machines tolerate the loss of one.',
    'sentinel1:26379,sentinel2:26379,sentinel3:26379',
  ),
  REDIS_SENTINEL_USERNAME: setting(
    z.string().optional(),
    'The user name for the sentinels, if they need one.',
    'upstander',
  ),
  REDIS_SENTINEL_PASSWORD: setting(
    z.string().optional(),
    'The password for the sentinels, if they need one. The password of Redis itself belongs in REDIS_URL.',
    'the output of: openssl rand -hex 24',
    { secret: true },
  ),
  GRAPHQL_INTROSPECTION: setting(
    settingTypes.choice.optional(),
    'Allows GraphQL clients to query the schema. Default: true, but false in production.',
    'true',
  ),
  GRAPHQL_FREE_DOCUMENTS: setting(
    settingTypes.choice.optional(),
    'Allows clients to send their own GraphQL documents. Default: true, but false in production, where only the documents of the site and the admin are accepted.',
    'true',
  ),
  GRAPHQL_TOKENS: setting(
    z
      .string()
      .regex(/^[\w+/=.~-]{32,}(,[\w+/=.~-]{32,})*$/, 'must be tokens of at least 32 characters, separated by commas')
      .transform((text) => text.split(','))
      .default([]),
    'Deprecated: use access tokens instead (Settings → Access tokens). Programs that send one of these tokens as X-GraphQL-Token can send their own documents in production.',
    'the output of: openssl rand -base64 32',
    { secret: true },
  ),
  METRICS_PORT: setting(
    settingTypes.port().optional(),
    "A separate port of the api for /metrics, in Prometheus format. With `upstander serve`, also for the metrics of the worker and its /livez, /readyz and /health. Not set: no metrics. Don't expose it through the proxy.",
    '9464',
  ),
  WORKER_PORT: setting(
    settingTypes.port().optional(),
    'A port of the worker for /livez, /readyz, /health and /metrics. Not needed with `upstander serve`. Not set: no port.',
    '9465',
  ),
  METRICS_HOST: setting(
    z.string().default('127.0.0.1'),
    'The address that METRICS_PORT and WORKER_PORT listen on. Change it only if your monitoring connects through a private network.',
    '127.0.0.1',
  ),
  SETTINGS_CHECK_SECONDS: setting(
    settingTypes.seconds(2),
    'How often each process checks if an admin changed a setting in the admin.',
    '2',
  ),
  BACKUP_HOURS: setting(
    settingTypes.hours(0, 0),
    'Maximum age of the last “upstander backup” in hours. An older one is a warning on the Health screen and an alert. 0: backups are not watched.',
    '26',
  ),
  RESTORE_DRILL_DAYS: setting(
    settingTypes.days(0, 0),
    'Maximum age of the last “upstander restore-drill” in days. An older one is a warning on the Health screen and an alert. 0: drills are not watched.',
    '8',
  ),
  RELEASES_URL: setting(
    settingTypes.url('https:').optional(),
    'The list of releases, which only “upstander doctor” reads, to say if a newer one exists. On GitHub, https://api.github.com/repos/, followed by the owner, the name and /releases. Not set: no one is asked.',
    'https://git.upstander.example/api/v1/repos/upstander/upstander/releases',
    { connects: true },
  ),
  SLOW_STATEMENT_MS: setting(
    settingTypes.count(1000, 0),
    'Database statements slower than this are logged and counted by name, never with their values. 0 turns it off.',
    '1000',
  ),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    'The log level.',
    'info',
  ),
} as const;
