/**
 * The roles of a database of development or of tests, as an operator makes them by hand (docs/operator-guide.md): the
 * app owns its database and is no superuser; the sealed zone has a role and a schema of its own, which the app cannot
 * enter; and the keys of its records live in another database.
 */
const APP = 'upstander';
const SEALED = 'upstander_sealed';

/** Makes or updates both roles with this password. `client` is a superuser's. */
export async function makeRoles(client, password) {
  // Two programs at once must not both make them.
  await client.query('SELECT pg_advisory_lock(5151)');
  try {
    for (const role of [APP, SEALED]) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
      await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER PASSWORD ${client.escapeLiteral(password)}`);
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock(5151)');
  }
}

/** Hands a database to the app's role. Only its owner and the sealed role may connect. `client` is a superuser's. */
export async function giveDatabase(client, name) {
  const database = client.escapeIdentifier(name);
  await client.query(`ALTER DATABASE ${database} OWNER TO ${APP}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${SEALED}`);
}

/** Makes the sealed schema. `client` is a superuser's, connected to the app's database. */
export async function makeSealedSchema(client) {
  await client.query(`CREATE SCHEMA IF NOT EXISTS sealed AUTHORIZATION ${SEALED}`);
}

/** Makes the database of the keys unless it is there. `client` is a superuser's, connected to any other database. */
export async function makeKeyDatabase(client, name) {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  const database = client.escapeIdentifier(name);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${SEALED}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
}

/** The addresses by which the two roles reach a database of this server. */
export function urlsOf(serverUrl, name, password) {
  const url = (user, database) => {
    const address = new URL(serverUrl);
    address.username = user;
    address.password = password;
    address.pathname = `/${database}`;
    return address.href;
  };
  return { app: url(APP, name), sealed: url(SEALED, name), keys: url(SEALED, `${name}_keys`) };
}
