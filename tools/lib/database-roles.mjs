import { createHmac } from 'node:crypto';

/**
 * The roles of a database of development or of tests, as an operator makes them by hand (docs/operator-guide.md): an
 * owner, which only migrations are run by; the app, which reads and writes rows and nothing more; and the sealed zone's,
 * which alone may enter the schema `sealed` and the other database, that of the keys. Tests also have the two roles of an
 * installation in which the api and the worker do not share one.
 */
const OWNER = 'upstander_owner';
const APP = 'upstander';
const API = 'upstander_api';
const WORKER = 'upstander_worker';
const SEALED = 'upstander_sealed';

/** Makes or updates the roles, each with a password of its own. `client` is a superuser's, `secret` known to it alone. */
export async function makeRoles(client, secret) {
  // Two programs at once must not both make them.
  await client.query('SELECT pg_advisory_lock(5151)');
  try {
    for (const role of [OWNER, APP, API, WORKER, SEALED]) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
      const password = client.escapeLiteral(passwordOf(role, secret));
      await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${password}`);
    }
    // Statistics are open to every role: they would tell the app how many people wrote.
    await client.query(`ALTER ROLE ${SEALED} SET track_counts = off`);
    const { rows } = await client.query(
      `SELECT datname FROM pg_database WHERE datname IN ('postgres', 'template1') AND has_database_privilege('${APP}', oid, 'CONNECT')`,
    );
    for (const { datname } of rows) await client.query(`REVOKE ALL ON DATABASE ${datname} FROM PUBLIC`);
  } finally {
    await client.query('SELECT pg_advisory_unlock(5151)');
  }
}

/** One that says nothing about the others', and that two programs agree on without a file. */
function passwordOf(role, secret) {
  return createHmac('sha256', secret).update(role).digest('base64url');
}

/**
 * Hands a database to its owner; the app and the sealed zone may connect and nobody else. What they may do inside is for
 * the migrations to say. `client` is a superuser's.
 */
export async function giveDatabase(client, name) {
  await give(client, name, [APP, API, WORKER, SEALED]);
}

/** Makes the database of the keys unless it is there. `client` is a superuser's, connected to any other database. */
export async function makeKeyDatabase(client, name) {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  await give(client, name, [SEALED]);
}

async function give(client, name, guests) {
  const database = client.escapeIdentifier(name);
  await client.query(`ALTER DATABASE ${database} OWNER TO ${OWNER}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC, ${[APP, API, WORKER, SEALED].join(', ')}`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${guests.join(', ')}`);
}

/**
 * In a database made before there was an owner: takes what the two roles own there from them, and what they may have
 * said about every connection. `client` is a superuser's, connected to it.
 */
export async function takeOver(client) {
  const { rows } = await client.query(
    `SELECT current_database() AS name FROM pg_class WHERE pg_get_userbyid(relowner) IN ('${APP}', '${SEALED}') LIMIT 1`,
  );
  if (!rows[0]) return;
  await client.query(`ALTER DATABASE ${client.escapeIdentifier(rows[0].name)} RESET ALL`);
  await client.query(`REASSIGN OWNED BY ${APP}, ${SEALED} TO ${OWNER}`);
}

/**
 * The addresses by which the roles reach a database of this server and that of its keys: what the programs get, and what
 * the migrations get.
 */
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
