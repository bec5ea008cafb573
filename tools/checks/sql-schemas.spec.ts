import { complaintsAbout, forbiddenSchemas } from './sql-schemas.mjs';

const schemas = ['events', 'fundraising', 'identity', 'learning', 'sealed', 'volunteers'];
const findForbidden = (path: string, source: string): string[] => forbiddenSchemas(path, source, schemas);

test('rejects SQL in a library that uses the schema of a library above it', () => {
  const sql = 'const rows = await db.query(`SELECT 1\n  FROM identity.account a JOIN events.event e ON true`);';
  expect(findForbidden('libs/volunteers/src/hours/hours.service.ts', sql)).toEqual(['events']);
  expect(findForbidden('libs/events/src/events/event.service.ts', sql)).toEqual([]);
});

test('reads each part of a template, however long', () => {
  const sql = `const rows = \`\${columns} ${'x, '.repeat(100)} FROM \${table} JOIN learning.article a ON \${condition}\`;`;
  expect(findForbidden('libs/events/src/events/event.service.ts', sql)).toEqual(['learning']);
});

test('keeps the sealed zone out of every library except its own', () => {
  const sql = 'const text = \'SELECT id FROM sealed."application"\';';
  expect(findForbidden('libs/opportunities/src/a.ts', sql)).toEqual(['sealed']);
  expect(findForbidden('libs/advocacy/src/a.ts', sql)).toEqual([]);
});

test('lets the libraries that share a schema use it', () => {
  const sql = "const text = 'SELECT id FROM fundraising.campaign';";
  expect(findForbidden('libs/accounting/src/a.ts', sql)).toEqual([]);
  expect(findForbidden('libs/events/src/a.ts', sql)).toEqual(['fundraising']);
});

test('ignores imports, comments and code', () => {
  const text = "import { a } from './events.js';\n// events.event\nevents.find(volunteers.all);";
  expect(findForbidden('libs/identity/src/a.ts', text)).toEqual([]);
});

test('applies the rule to functions and policies of a schema', () => {
  const sql = '-- Called by events.settle.\nCREATE FUNCTION f() AS $$ SELECT 1 FROM events.event, learning.article $$';
  expect(findForbidden('db/functions/volunteers/f.sql', sql)).toEqual(['events', 'learning']);
  expect(findForbidden('db/functions/events/f.sql', sql)).toEqual(['learning']);
  expect(findForbidden('db/policies/sealed/application.sql', sql)).toEqual(['events', 'learning']);
});

test('lets the list of exceptions only get shorter', () => {
  expect(complaintsAbout('a.sql', ['events'], ['events'])).toEqual([]);
  expect(complaintsAbout('a.sql', ['events'])).toEqual([expect.stringContaining('a.sql uses the schema events')]);
  expect(complaintsAbout('a.sql', [], ['events'])).toEqual([
    'a.sql no longer uses the schema events. Remove it from the list in this check.',
  ]);
});
