import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/security/threat-model.md'), 'utf8');

interface Claim {
  line: string;
  file: string | undefined;
  title: string | undefined;
}

/** The table rows: each claim and the test that covers it. */
const claims: Claim[] = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (asset|-)/.test(line))
  .map((line) => {
    const [, file, title] = /`([\w./-]+\.spec\.ts)`: (.+?) *\|$/.exec(line) ?? [];
    return { line, file, title };
  });

function has(source: string, title: string): boolean {
  return [`'`, `"`, '`'].some((quote) =>
    new RegExp(`\\(\\s*${quote}${title.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}${quote},`).test(source),
  );
}

test('every threat names an existing test', () => {
  expect(claims.length).toBeGreaterThan(25);
  const missing = claims.filter(
    ({ file, title }) =>
      !file || !title || !existsSync(join(root, file)) || !has(readFileSync(join(root, file), 'utf8'), title),
  );
  expect(missing.map(({ line, title }) => title ?? line)).toEqual([]);
});

test('every passed ASVS requirement names existing tests, and the totals add up', () => {
  const asvs = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8').split('\n');
  const judged = (verdict: string) => asvs.filter((line) => line.split('|')[4]?.trim() === verdict);
  const quotedTests = judged('pass').flatMap((line) => [...line.matchAll(/`([\w./-]+\.spec\.ts)`: (.+?) *\|$/g)]);
  expect(quotedTests.length).toBeGreaterThan(90);
  const missing = quotedTests.filter(([, file, title]) => !has(readFileSync(join(root, file!), 'utf8'), title!));
  expect(missing.map(([row]) => row)).toEqual([]);
  const [passed, failed, open, away] = ['pass', '**fail**', '**not judged here**', 'not applicable'].map(
    (verdict) => judged(verdict).length,
  );
  // Requirements that could not be judged count toward the total: they have not passed.
  const toJudge = passed! + failed! + open!;
  const sums = asvs
    .find((line) => line.startsWith('| together'))
    ?.match(/\d+/g)
    ?.map(Number);
  expect(sums).toEqual([toJudge + away!, away, toJudge, passed, failed, open]);
});

test('every file named in the ASVS list exists', () => {
  const asvs = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8').split('\n');
  const quotedFiles = asvs
    .filter((line) => line.split('|')[4]?.trim() === 'pass')
    .flatMap((line) => [...line.matchAll(/`((?:apps|libs|db|docs|tools|tests)\/[\w./-]+)`/g)].map(([, path]) => path!));
  expect(quotedFiles.length).toBeGreaterThan(200);
  expect([...new Set(quotedFiles)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every secret setting is listed in keys-and-secrets.md', () => {
  const settings = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
  const list = readFileSync(join(root, 'docs/security/keys-and-secrets.md'), 'utf8');
  const secrets = [...settings.matchAll(/^\| `(\w+)` .* _Secret\._/gm)].map(([, name]) => name!);
  expect(secrets).toContain('APP_SECRET');
  expect(secrets.filter((name) => !list.includes(`\`${name}\``))).toEqual([]);
});

test('every security event is listed in logging.md and labeled in the admin', () => {
  const source = readFileSync(join(root, 'libs/identity/src/security-events/security-event.ts'), 'utf8');
  const list = readFileSync(join(root, 'docs/security/logging.md'), 'utf8');
  const kinds = [...source.slice(0, source.indexOf('export interface ToldEvent')).matchAll(/^ +(?:\| )?'([a-z-]+)'/gm)];
  expect(kinds.length).toBeGreaterThan(20);
  expect(kinds.map(([, kind]) => kind!).filter((kind) => !list.includes(`\`${kind}\``))).toEqual([]);
  for (const locale of locales) {
    const { admin } = adminCatalogOf(locale);
    expect(Object.keys(admin.securityEvents.kinds).sort()).toEqual(kinds.map(([, kind]) => kind).sort());
  }
});

test('detects a missing test (control)', () => {
  expect(has("test('one thing', () => {})", 'one thing')).toBe(true);
  expect(has("test('one thing', () => {})", 'another thing')).toBe(false);
});
