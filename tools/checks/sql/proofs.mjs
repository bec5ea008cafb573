import { join } from 'node:path';
import { root } from '../../lib/paths.mjs';

export const proofCases = [
  {
    code: `db.query<{ id: string; title: string }>('SELECT id, title FROM events.event WHERE id = $1', [id]);`,
    fault: null,
  },
  { code: `db.query<{ id: string; when: Date }>(\`SELECT \${columns} FROM events.event\`);`, fault: null },
  { code: `db.query<{ id: string }>(\`SELECT id FROM sealed.\${kind}\`);`, fault: null },
  { code: `db.query<{ heading: string }>('SELECT title FROM events.event');`, fault: 'has no column heading' },
  {
    code: `db.query<{ id: string }>('SELECT id, title FROM events.event');`,
    fault: 'reads the column title, which its row does not have',
  },
  {
    code: `db.query<{ heading: string }>('SELECT heading FROM events.event');`,
    fault: 'is refused: column "heading" does not exist',
  },
  {
    code: `db.query<{ when: string }>(\`SELECT \${columns} FROM events.event\`);`,
    fault: 'when is Date (timestamptz), not string',
  },
  {
    code: `db.query<{ n: number }>('SELECT count(*) AS n FROM events.event');`,
    fault: 'n is string (int8), not number',
  },
  {
    code: `db.query<{ taken: string }>('SELECT taken FROM events.shift');`,
    fault: 'taken is number (int4), not string',
  },
  { code: `db.query<{ why: string }>('SELECT cancel_reason AS why FROM events.event');`, fault: 'why may be null' },
  {
    code: `db.query<{ id: string }>('SELECT id FROM events.event WHERE id = $1', [id, kind]);`,
    fault: 'is given 2 parameters and has 1',
  },
  { code: `db.query('DELETE FROM events.event WHERE id = $1');`, fault: 'is given 0 parameters and has 1' },
  {
    code: `db.query('SELECT FROM events.event WHERE starts_at < $1', [5]);`,
    fault: '$1 is timestamptz and is given 5',
  },
  { code: `db.query('SELECT $1::jsonb', [[id]]);`, fault: '$1 is jsonb and is given string[]' },
];

export const proofFile = join(root, 'libs/platform/src/proofs/sql-proof.ts');
export const proofPrelude = [
  `import type { Database } from '../database/database.js';`,
  `declare const db: Database, id: string, kind: 'application' | 'consultation';`,
  `const columns = 'id, starts_at AS "when"';`,
  ...proofCases.map(({ code }) => code),
].join('\n');
