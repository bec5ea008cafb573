import { count, key, names } from './config-key.js';

/** How long the database is waited for, and what may be reached in the clear. */
export const waitingKeys = {
  DATABASE_CONNECT_SECONDS: key(
    count(5),
    'How long a request waits for a database connection before it is refused.',
    '5',
  ),
  DATABASE_STATEMENT_SECONDS: key(
    count(15),
    'How long one statement of a request may take, and how long its answer is waited for, should the database be stuck.',
    '15',
  ),
  DATABASE_JOB_SECONDS: key(
    count(900),
    "How long one statement of the worker's jobs, or one exported file, may take. Migrations and the check of the whole ledger have no limit.",
    '900',
  ),
  DATABASE_IDLE_SECONDS: key(
    count(60),
    'How long a transaction may stand open without a statement before the database ends it and frees what it locked.',
    '60',
  ),
  PLAIN_CONNECTIONS_TO: key(
    names(/^[\w.-]+$/, 'must be host names with commas between them'),
    'Hosts outside this machine and its private network that database, queue and mail server may be reached at without TLS, with commas between them; production refuses all others.',
    'db.corp.example.org',
  ),
} as const;
