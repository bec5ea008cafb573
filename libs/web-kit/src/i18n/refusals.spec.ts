import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusals } from '../words/refusals.en.generated.js';

function codesInSource(): string[] {
  const codes = new Set<string>();
  for (const part of ['libs', 'apps/api/src']) {
    for (const entry of readdirSync(join(process.cwd(), part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.spec.ts')) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      for (const [, code = ''] of text.matchAll(/new Refusal\(\s*'([A-Z_]+)'/g)) codes.add(code);
    }
  }
  return [...codes].sort();
}

test('has a text in both languages for every refusal of the API', () => {
  const codes = codesInSource();
  expect(codes).toContain('OVERLAPPING_SHIFT');
  expect(codes.filter((code) => !(code in refusals))).toEqual([]);
});
