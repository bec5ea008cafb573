import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admin } from '../words/admin.en.generated.js';

function findCodes(folder: string, pattern: RegExp): string[] {
  const path = join(process.cwd(), 'libs', folder);
  const files = readdirSync(path).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const codes = files.flatMap((name) =>
    [...readFileSync(join(path, name), 'utf8').matchAll(pattern)].map(([, code = '']) => code),
  );
  return [...new Set(codes)];
}

test('has a text for every import problem', () => {
  const codes = findCodes('donations/src/imports', /(?:Problem\(|read\('[a-z_]+', )'([a-z-]+)'/g);
  expect(codes).toContain('unknown-campaign');
  expect(codes.filter((code) => !(code in admin.offlineGifts.problems))).toEqual([]);
});

test('has a text for every kind of discrepancy', () => {
  const pattern = /'([a-z]+(?:-[a-z]+)*-(?:off|orphan|empty|unbalanced|listed|differs|line|without-gift))'/g;
  const codes = ['accounting/src/checks', 'payments/src/reconcile', 'payments/src/payouts'].flatMap((folder) =>
    findCodes(folder, pattern),
  );
  expect(codes).toContain('progress-count-off');
  expect(codes.filter((code) => !(code in admin.reconciliation.kinds))).toEqual([]);
});
