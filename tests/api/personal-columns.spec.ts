import { exportWords } from '@upstander/identity';
import { isPersonal, personalData, personalTables } from '@upstander/platform';
import { catalogOf } from '@upstander/web-kit';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Returns every column that could hold personal text. IDs, times, numbers and booleans cannot. */
async function textColumns(): Promise<string[]> {
  const rows = await app.db.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname || '.' || a.attname AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND n.nspname NOT IN ('information_schema', 'bullmq', 'sealed') AND n.nspname NOT LIKE 'pg\\_%'
       AND coalesce(e.typname, t.typname) IN
         ('text', 'varchar', 'bpchar', 'citext', 'json', 'jsonb', 'inet', 'cidr', 'date', 'bytea', 'xml', 'name')
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

const classifiedColumns = () =>
  personalData.all().flatMap(([table, entry]) => {
    const personal = isPersonal(entry) ? Object.keys(entry.columns) : [];
    return [...personal, ...(entry.others ?? [])].map((column) => `${table}.${column}`);
  });

test('every text column is classified as personal or not', async () => {
  const classified = new Set(classifiedColumns());
  expect((await textColumns()).filter((column) => !classified.has(column))).toEqual([]);
});

test('classifies no missing column and no column twice', async () => {
  const all = await app.db.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns`,
  );
  const there = new Set(all.map(({ name }) => name));
  expect(classifiedColumns().filter((column) => !there.has(column))).toEqual([]);
  expect(classifiedColumns()).toEqual([...new Set(classifiedColumns())]);
});

test('finds a returning person by every stored address', async () => {
  const [{ text }] = (await app.db.query<{ text: string }>(
    `SELECT prosrc AS text FROM pg_proc WHERE oid = 'identity.is_erased'::regproc`,
  )) as [{ text: string }];
  const byAddress = personalData
    .all()
    .flatMap(([table, entry]) =>
      isPersonal(entry)
        ? Object.values(entry.of).flatMap((sql) => (sql && /^t\.\S+( \|\| .*)? = \$1$/.test(sql) ? [table] : []))
        : [],
    );
  // Lookups start from an email, and preferences and delivery problems don't make anyone known.
  expect(
    byAddress.filter((table) => !table.startsWith('notifications.') && !text.includes(`FROM ${table} t `)),
  ).toEqual([]);
  expect(byAddress.length).toBeGreaterThan(15);
});

test('every kind of record on the "My data" page has a name in both languages', () => {
  const nameless = personalTables().flatMap(([, { noun, of }]) =>
    Object.values(of).every((sql) => sql === null)
      ? []
      : (['en', 'es'] as const).filter((locale) => !(noun in catalogOf(locale).site.peoplesData.nouns)).map(() => noun),
  );
  expect(nameless).toEqual([]);
});

test('every code in a personal data export has a label in both languages', async () => {
  const lists = await app.db.query<{ name: string; codes: string[] }>(
    `SELECT n.nspname || '.' || c.relname || '.' || a.attname AS name,
       ARRAY(SELECT m[1] FROM regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') m) AS codes
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND k.conkey = ARRAY[a.attnum]
     WHERE k.contype = 'c' AND pg_get_constraintdef(k.oid) LIKE '%= ANY (ARRAY[%'`,
  );
  const codesOf = new Map(lists.map(({ name, codes }) => [name, codes]));
  const wordless = personalTables().flatMap(([name, { also = {}, columns, codes = {}, of }]) => {
    if (Object.values(of).every((sql) => sql === null)) return [];
    const shown = Object.keys(columns).filter((column) => columns[column]!.withheld === undefined);
    const taken = { ...Object.fromEntries(shown.map((column) => [column, `t.${column}`])), ...also };
    return Object.entries(taken).flatMap(([as, sql]) => {
      const set = codes[as];
      const known = codesOf.get(`${name}.${sql.replace(/^t\./, '')}`) ?? [];
      if (set === undefined) return known.length > 0 ? [`${name}.${as}`] : [];
      return known.flatMap((code) =>
        (['en', 'es'] as const)
          .filter((locale) => exportWords[locale].translateCode(set, code) === code)
          .map((locale) => `${name}.${as}: ${code} (${locale})`),
      );
    });
  });
  expect(wordless).toEqual([]);
});
