import { createHmac } from 'node:crypto';

/** Database roles for development and tests, as in docs/operator-guide.md. Tests also separate api and worker. */
const OWNER = 'upstander_owner';
const APP = 'upstander';
const API = 'upstander_api';
const WORKER = 'upstander_worker';
const SEALED = 'upstander_sealed';

/** `client` is a superuser; only it knows `secret`. */
export async function makeRoles(client, secret) {
  await client.query('SELECT pg_advisory_lock(5151)');
  try {
    for (const role of [OWNER, APP, API, WORKER, SEALED]) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
      const password = client.escapeLiteral(passwordOf(role, secret));
      await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${password}`);
    }
    // All roles can read statistics, which would reveal how many people wrote to the sealed zone.
    await client.query(`ALTER ROLE ${SEALED} SET track_counts = off`);
    const { rows } = await client.query(
      `SELECT datname FROM pg_database WHERE datname IN ('postgres', 'template1') AND has_database_privilege('${APP}', oid, 'CONNECT')`,
    );
    for (const { datname } of rows) await client.query(`REVOKE ALL ON DATABASE ${datname} FROM PUBLIC`);
  } finally {
    await client.query('SELECT pg_advisory_unlock(5151)');
  }
}

/** Derives a password that reveals nothing about the others. Programs with the same secret agree on it. */
function passwordOf(role, secret) {
  return createHmac('sha256', secret).update(role).digest('base64url');
}

/** Transfers a database to its owner and lets only the app and the sealed zone connect. `client` is a superuser. */
export async function giveDatabase(client, name) {
  await giveDatabaseTo(client, name, [APP, API, WORKER, SEALED]);
}

/** `client` is a superuser. */
export async function makeKeyDatabase(client, name) {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  await giveDatabaseTo(client, name, [SEALED]);
}

async function giveDatabaseTo(client, name, guests) {
  const database = client.escapeIdentifier(name);
  await client.query(`ALTER DATABASE ${database} OWNER TO ${OWNER}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC, ${[APP, API, WORKER, SEALED].join(', ')}`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${guests.join(', ')}`);
}

/**
 * Transfers objects in a database created before there was an owner.
 * Also resets connection settings. `client` is a superuser, connected to the database.
 */
export async function takeOverDatabase(client) {
  const { rows } = await client.query(
    `SELECT current_database() AS name FROM pg_class WHERE pg_get_userbyid(relowner) IN ('${APP}', '${SEALED}') LIMIT 1`,
  );
  if (!rows[0]) return;
  await client.query(`ALTER DATABASE ${client.escapeIdentifier(rows[0].name)} RESET ALL`);
  await client.query(`REASSIGN OWNED BY ${APP}, ${SEALED} TO ${OWNER}`);
}

/** Returns the URLs of a database and its key database, for programs and migrations. */
export function urlsOf(serverUrl, name, secret, keys = `${name}_keys`) {
  const url = (user, database) => {
    const address = new URL(serverUrl);
    address.username = user;
    address.password = passwordOf(user, secret);
    address.pathname = `/${database}`;
    return address.href;
  };
  return {
    app: url(APP, name),
    api: url(API, name),
    worker: url(WORKER, name),
    sealed: url(SEALED, name),
    keys: url(SEALED, keys),
    owner: url(OWNER, name),
    keysOwner: url(OWNER, keys),
  };
}
