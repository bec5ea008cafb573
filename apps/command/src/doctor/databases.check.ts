import { releaseFit } from '@upstander/db';
import { BoundedClient, ReplicaLag } from '@upstander/platform';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { databaseId } from '../database/fitting-databases.js';
import { findUnusableSecrets } from '../secrets/unusable-secrets.js';
import { findingsFor, type Check, type CheckContext, type Finding } from './finding.js';

const minPostgresVersion = 15;
const utf8Hint = 'Back it up, create it again with the output of “upstander roles”, and restore it.';

interface Database {
  readonly server: number;
  readonly text: string;
  readonly missing: string[];
  readonly size: string;
  readonly encoding: string;
  /** True if it recognizes upper and lower case of non-ASCII letters. */
  readonly knows: boolean;
  readonly reads: boolean;
}

const extensions = ['btree_gist', 'citext', 'pg_trgm', 'unaccent'];

export async function entered<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new BoundedClient({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const database: Check = {
  about: 'database',
  async runCheck({ config }) {
    const say = findingsFor('database');
    const began = performance.now();
    return entered(config.DATABASE_URL, async (client) => {
      const { rows } = await client.query<Database>(
        `SELECT current_setting('server_version_num')::int / 10000 AS server, current_setting('server_version') AS text,
           ARRAY(SELECT e FROM unnest($1::text[]) e WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = e)) AS missing,
           pg_size_pretty(pg_database_size(current_database())) AS size, current_setting('server_encoding') AS encoding,
           lower('É') = 'é' AS knows, current_setting('transaction_read_only') = 'on' AS reads`,
        [extensions],
      );
      const { server, text, missing, size, encoding, knows, reads } = rows[0]!;
      const took = Math.round(performance.now() - began);
      const findings = [say.ok(`PostgreSQL ${text} answers in ${took} ms. The database size is ${size}.`)];
      if (server < minPostgresVersion)
        findings.push(say.wrong(`PostgreSQL ${text} is too old.`, `Use PostgreSQL ${minPostgresVersion} or newer.`));
      if (encoding !== 'UTF8')
        findings.push(say.wrong(`It stores text as ${encoding}, which cannot represent every name.`, utf8Hint));
      else if (!knows)
        findings.push(
          say.warning(
            'It treats É and é as different letters (LC_CTYPE), so searches for one miss the other.',
            utf8Hint,
          ),
        );
      if (reads)
        findings.push(
          say.wrong(
            'It accepts no writes.',
            'Is it a standby, or is default_transaction_read_only on? Use the primary.',
          ),
        );
      if (missing.length > 0)
        findings.push(
          say.wrong(
            `Extensions are missing: ${missing.join(', ')}.`,
            'Run “upstander migrate”. The owner can create all of them.',
          ),
        );
      findings.push(...(await checkRights(client, 'database', 'DATABASE_URL')));
      if (config.NODE_ENV === 'production') findings.push(...(await checkSharedRole(client)));
      return findings;
    });
  },
};

export const replica: Check = {
  about: 'replica',
  async runCheck({ config }) {
    const say = findingsFor('replica');
    const { DATABASE_REPLICA_URL: url, DATABASE_URL: main, REPLICA_MAX_LAG_SECONDS: maxLag } = config;
    if (!url) return [say.ok('No replica is set up, so the primary answers every query.')];
    return entered(main, (primary) =>
      entered(url, async (standby) => {
        const lag = new ReplicaLag(
          async (sql) => (await primary.query(sql)).rows,
          async (sql) => (await standby.query(sql)).rows,
          maxLag * 1000,
        );
        const began = performance.now();
        // Recent writes may still be on their way, so the replica gets as long as pages would tolerate.
        let state = await lag.measure();
        while (state === 'behind' && performance.now() - began < maxLag * 1000) {
          await wait(200);
          state = await lag.measure();
        }
        if (state === 'no-standby')
          return [
            say.wrong('DATABASE_REPLICA_URL connects to a server that accepts writes.', 'Use the URL of a replica.'),
          ];
        if (state === 'another-cluster')
          return [say.wrong('It is not a replica of this database.', 'Use the URL of a streaming replica of it.')];
        if (state === 'away') return [say.wrong('It does not report its position.')];
        if (state === 'ok')
          return [say.ok(`It shows writes within ${Math.max(1, Math.ceil((performance.now() - began) / 1000))} s.`)];
        return [
          say.warning(`It is more than ${maxLag} s behind, so it is not used.`, 'Check its replication and its log.'),
        ];
      }),
    );
  },
};

export const sealedZone: Check = {
  about: 'sealed zone',
  async runCheck({ config }) {
    const say = findingsFor('sealed zone');
    const { SEALED_DATABASE_URL: zone, SEALED_KEYS_URL: keys, SEALED_KEYS: wrapping } = config;
    if (config.SEALED_ZONE === 'off') return [await entered(config.DATABASE_URL, checkSwitchedOffZone)];
    if (!zone || !keys || !wrapping)
      return [
        say.warning(
          'No sealed zone is set up, so no one can apply or request a consultation.',
          'Set the three SEALED_… settings.',
        ),
      ];
    const findings: Finding[] = [];
    const identityOf = (url: string) => entered(url, idOf);
    if ((await identityOf(zone)) !== (await identityOf(config.DATABASE_URL)))
      findings.push(
        say.wrong(
          'SEALED_DATABASE_URL is another database than DATABASE_URL.',
          'Use the same database with another role.',
        ),
      );
    if ((await identityOf(keys)) === (await identityOf(zone)))
      findings.push(
        say.wrong(
          'The keys are in the same database as the data they open.',
          'Use a separate database for SEALED_KEYS_URL, preferably on another server.',
        ),
      );
    for (const [url, name] of [
      [zone, 'SEALED_DATABASE_URL'],
      [keys, 'SEALED_KEYS_URL'],
    ] as const)
      findings.push(...(await entered(url, (client) => checkRights(client, 'sealed zone', name))));
    if (config.NODE_ENV === 'production') findings.push(...(await entered(zone, checkSharedLogin)));
    if (await entered(zone, isCounted))
      findings.push(
        say.warning(
          'PostgreSQL statistics show every role how many rows the sealed zone has.',
          'A superuser can turn them off with the output of “upstander roles”.',
        ),
      );
    return findings.some(({ state }) => state === 'wrong') ? findings : [...findings, say.ok('Both databases answer.')];
  },
};

/** The programs' role can't read the zone, but it can see if its tables take up space. */
async function checkSwitchedOffZone(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query(
    `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'sealed' AND c.relname IN ('application', 'consultation') AND pg_relation_size(c.oid) > 0`,
  );
  const say = findingsFor('sealed zone');
  if (rows.length === 0) return say.ok('The sealed zone is off.');
  return say.warning(
    'The sealed zone is off, but its tables are not empty, and no one erases their records.',
    'Turn it on with its three SEALED_… settings until its records are erased.',
  );
}

async function isCounted(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ counted: boolean }>(
    `SELECT current_setting('track_counts')::boolean AS counted`,
  );
  return rows[0]!.counted;
}

/** An attacker who takes over a program must not get more than its rows. */
async function checkRights(client: pg.Client, subject: string, name: string): Promise<Finding[]> {
  const say = findingsFor(subject);
  const { rows } = await client.query<{ role: string; mighty: boolean; owns: string | null }>(
    `SELECT current_user AS role, r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb AS mighty,
       (SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND pg_has_role(c.relowner, 'USAGE') LIMIT 1) AS owns
     FROM pg_roles r WHERE r.rolname = current_user`,
  );
  const { role, mighty, owns } = rows[0]!;
  const todo = 'Create the roles with the output of “upstander roles”, and migrate as the owner.';
  if (mighty) return [say.wrong(`${name} connects as ${role}, a superuser or nearly one.`, todo)];
  if (owns) return [say.wrong(`${name} connects as ${role}, which owns ${owns}.`, todo)];
  return [];
}

/** Warns if one role can both sign people in and record job runs, so that the api and the worker share it. */
async function checkSharedRole(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ role: string; shared: boolean }>(
    `SELECT current_user AS role, has_table_privilege('identity.session', 'INSERT')
       AND has_table_privilege('platform.job_run', 'INSERT') AS shared
     WHERE to_regclass('identity.session') IS NOT NULL AND to_regclass('platform.job_run') IS NOT NULL`,
  );
  if (!rows[0]?.shared) return [];
  return [
    findingsFor('database').warning(
      `The api and the worker share the role ${rows[0].role}.`,
      'Give the worker its own role: see WORKER_DATABASE_URL in the operator guide.',
    ),
  ];
}

/** Warns unless the sealed zone's role has a member that logs in, which is the worker's own login. */
async function checkSharedLogin(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ role: string; shared: boolean }>(
    `SELECT current_user AS role, NOT EXISTS (
       SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
       WHERE r.rolcanlogin AND NOT r.rolsuper AND NOT r.rolcreaterole
         AND current_user IN (r.rolname, pg_get_userbyid(m.roleid))) AS shared`,
  );
  if (!rows[0]!.shared) return [];
  return [
    findingsFor('sealed zone').warning(
      `The api and the worker share the login ${rows[0]!.role}.`,
      'Give the worker its own login: see WORKER_SEALED_DATABASE_URL in the operator guide.',
    ),
  ];
}

async function idOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`SELECT ${databaseId} AS id`);
  return rows[0]!.id;
}

export const release: Check = {
  about: 'release',
  async runCheck({ config }) {
    const say = findingsFor('release');
    const keys = config.SEALED_KEYS_URL;
    const { pending, changed, functions, later } = await entered(config.DATABASE_URL, (main) =>
      keys ? entered(keys, (other) => releaseFit(main, other)) : releaseFit(main, null),
    );
    if (changed.length > 0)
      return [
        say.wrong(`Migrations have changed since they ran: ${changed.join(', ')}.`, 'Use the release that ran them.'),
      ];
    if (pending.length > 0)
      return [say.wrong(`${pending.length} migrations are pending, first ${pending[0]}.`, 'Run “upstander migrate”.')];
    if (functions === 'older')
      return [say.wrong('The functions of the database belong to an older release.', 'Run “upstander migrate”.')];
    if (later) return [say.ok('A later release has migrated the database; the programs of this one work with it.')];
    return [say.ok('The tables and functions match this release.')];
  },
};

async function countUnsealedRoles(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM identity."grant" g JOIN identity.account a ON a.id = g.account_id
     WHERE g.role IN ('admin', 'advocate', 'finance', 'moderator') AND (g.seal IS NULL OR a.seal IS NULL)`,
  );
  return rows[0]!.n;
}

export const secrets: Check = {
  about: 'secrets',
  async runCheck({ environment, config }: CheckContext) {
    const say = findingsFor('secrets');
    const complaints = await findUnusableSecrets(environment);
    if (complaints.length > 0) return complaints.map((complaint) => say.wrong(complaint));
    const older = config.APP_SECRET_OLD.length;
    const also = older > 0 ? ` (with ${older} older one${older > 1 ? 's' : ''})` : '';
    const unsealed = await entered(config.DATABASE_URL, countUnsealedRoles);
    return [
      say.ok(`APP_SECRET${also} and SEALED_KEYS open the stored data.`),
      ...(unsealed === 0
        ? []
        : [say.warning(`${unsealed} powerful roles have no seal and are ignored.`, 'Run “upstander seal-rows”.')]),
    ];
  },
};
