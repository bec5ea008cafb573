import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const sourceOf = (path: string) => readFileSync(join(root, path), 'utf8');

function codesOf(path: string, union: string): string[] {
  const [, members = ''] = new RegExp(`export type ${union} =([^;]+);`).exec(sourceOf(path)) ?? [];
  return [...members.matchAll(/'([^']+)'/g)].map(([, code]) => code!);
}

function limitNames(): string[] {
  return [...sourceOf('docs/security/limits.md').matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name!);
}

function operationNames(): string[] {
  const schema = buildSchema(sourceOf('schema.graphql'), { assumeValid: true });
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type!.getFields()));
}

/** Staff actions that aren't GraphQL operations. */
const actionsOverHttp = ['export', 'upload', 'keepPaper'];

type Admin = ReturnType<typeof adminCatalogOf>['admin'];

test.each<[string, () => string[], (admin: Admin) => object]>([
  ['limit', limitNames, ({ securityEvents }) => securityEvents.limits],
  [
    'operation',
    () => [...operationNames(), ...actionsOverHttp],
    ({ securityEvents, staffActions }) => ({ ...staffActions.operations, ...securityEvents.operations }),
  ],
  [
    'thing that happens to a business',
    () => codesOf('libs/opportunities/src/businesses/business-store.ts', 'BusinessEventKind'),
    ({ businesses }) => businesses.history.kinds,
  ],
  [
    'line of the access log',
    () => codesOf('libs/advocacy/src/database/audit-entry.ts', 'AuditAction'),
    ({ audit }) => audit.actions,
  ],
  [
    'discrepancy',
    () => codesOf('libs/accounting/src/checks/findings.ts', 'DiscrepancyKind'),
    ({ reconciliation }) => reconciliation.kinds,
  ],
])('has an admin label for every %s that a list can show', (_, codes, wordsIn) => {
  const known = codes().sort();
  expect(known.length).toBeGreaterThan(15);
  for (const locale of locales) {
    expect([locale, Object.keys(wordsIn(adminCatalogOf(locale).admin)).sort()]).toEqual([locale, known]);
  }
});

test('the discrepancy queries return only documented kinds', () => {
  const documentedKinds = codesOf('libs/accounting/src/checks/findings.ts', 'DiscrepancyKind');
  const selected = [
    ...sourceOf('libs/accounting/src/checks/invariants.ts').matchAll(
      /'([a-z]+(?:-[a-z]+)*-(?:off|empty|unbalanced|changed|orphan|gift|listed))'/g,
    ),
  ];
  const named = [...new Set(selected.map(([, code]) => code!))];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((code) => !documentedKinds.includes(code))).toEqual([]);
});
