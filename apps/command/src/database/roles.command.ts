import { ConfigError, firstOf } from '@upstander/platform';
import pg from 'pg';
import type { Command } from '../command.js';
import { addressesOf } from './addresses.js';

export const command: Command = {
  usage: '[--env-file FILE]',
  help: `
Prints the SQL that creates the roles and the two databases in the settings, with their passwords. A superuser runs it once.
With WORKER_DATABASE_URL the worker has its own role, and with WORKER_SEALED_DATABASE_URL and WORKER_SEALED_KEYS_URL its own
login in the sealed zone. A role whose URL has a certificate (sslcert) and no password gets no password. Roles can no longer connect to the databases postgres and template1
unless they have an explicit right:
  upstander roles --env-file upstander.env | sudo -u postgres psql -v ON_ERROR_STOP=1
Existing roles get the passwords of the settings, and existing databases are kept. If the keys are on a separate server, run it
there too: unused roles and databases do no harm. With a managed PostgreSQL, run it as the administrator you were given.`,

  run({ environment, print: say }) {
    const { app, sealed, roles } = addressesOf(environment);
    const programs = [app.program, ...(app.worker ? [app.worker] : [])];
    const zone = sealed ? [sealed.program, ...(sealed.worker ? [sealed.worker] : [])] : [];
    const keys = sealed ? [sealed.keys.program, ...(sealed.keys.worker ? [sealed.keys.worker] : [])] : [];
    const urls = [app.owner, ...programs, ...zone, ...(sealed ? [sealed.keys.owner] : []), ...keys];
    for (const role of roles) say(roleSql(role, urls));
    const members = [zone, keys].flatMap(([main, worker]) => (main && worker ? [memberSql(worker, main)] : []));
    for (const member of new Set(members)) say(member);
    for (const role of new Set(zone.map((url) => nameOf(new URL(firstOf(url)))))) say(countNothing(role));
    say(databaseSql(app.owner, [...programs, ...zone]));
    if (sealed) say(databaseSql(sealed.keys.owner, keys));
    say(restrictOwnDatabases);
    return Promise.resolve();
  },
};

/** Uses psql's \\gexec, because CREATE ROLE has no IF NOT EXISTS. */
function roleSql(role: string, urls: string[]): string {
  const own = urls.map((url) => new URL(firstOf(url))).filter((url) => nameOf(url) === role);
  const passwords = new Set(own.map(({ password }) => password));
  const isByCertificate = own.every(({ searchParams }) => searchParams.has('sslcert'));
  if (passwords.size > 1) throw new ConfigError(`The settings contain two different passwords for the role ${role}.`);
  const [password = ''] = passwords;
  if (password === '' && !isByCertificate)
    throw new ConfigError(`The settings contain no password for the role ${role}.`);
  const name = pg.escapeIdentifier(role);
  const secret = password === '' ? 'NULL' : pg.escapeLiteral(decodeURIComponent(password));
  return `SELECT 'CREATE ROLE ${name.replaceAll("'", "''")}' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${pg.escapeLiteral(role)}) \\gexec
ALTER ROLE ${name} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${secret};`;
}

/** Gives the worker's login in the sealed zone the rights of the zone's role, and no others. */
function memberSql(worker: string, zone: string): string {
  const names = [zone, worker].map((url) => nameOf(new URL(firstOf(url))));
  const [role, member] = names.map((name) => pg.escapeLiteral(name));
  return `SELECT format('GRANT %I TO %I', ${role}, ${member}) WHERE NOT EXISTS (SELECT FROM pg_auth_members
  WHERE pg_get_userbyid(roleid) = ${role} AND pg_get_userbyid(member) = ${member}) \\gexec`;
}

/**
 * Row statistics would show the programs' role how many people wrote. The administrator of a managed PostgreSQL may not
 * be allowed to turn them off; the doctor then reports it.
 */
function countNothing(role: string): string {
  return `DO $$ BEGIN
  ALTER ROLE ${pg.escapeIdentifier(role)} SET track_counts = off;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;`;
}

/** Only the owner of these databases can revoke this, which the administrator of a managed PostgreSQL isn't. */
const restrictOwnDatabases = ['postgres', 'template1']
  .map(
    (name) => `DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_database WHERE datname = '${name}' AND pg_has_role(datdba, 'USAGE')) THEN
    REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
  END IF;
END $$;`,
  )
  .join('\n');

/** ICU sorts and compares names in the same way on every server. */
const utf8Template = `TEMPLATE template0 ENCODING ''UTF8'' LOCALE_PROVIDER icu ICU_LOCALE ''und'' LOCALE ''C.UTF-8''`;

/** Joins the owner's role meanwhile, because the administrator of a managed PostgreSQL isn't a superuser. */
function databaseSql(owner: string, programs: string[]): string {
  const url = new URL(firstOf(owner));
  const database = decodeURIComponent(url.pathname.slice(1));
  const [name, role] = [pg.escapeIdentifier(database), pg.escapeIdentifier(nameOf(url))];
  const guests = [...new Set(programs.map((program) => pg.escapeIdentifier(nameOf(new URL(firstOf(program))))))].join(
    ', ',
  );
  return `GRANT ${role} TO CURRENT_USER;
SELECT 'CREATE DATABASE ${name.replaceAll("'", "''")} OWNER ${role.replaceAll("'", "''")} ${utf8Template}' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = ${pg.escapeLiteral(database)}) \\gexec
REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
GRANT CONNECT ON DATABASE ${name} TO ${guests};
REVOKE ${role} FROM CURRENT_USER;`;
}

const nameOf = ({ username }: URL) => decodeURIComponent(username);
