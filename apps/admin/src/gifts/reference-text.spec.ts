import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { referenceText } from './reference-text.js';

test.each([
  ['cheque:4411', 'Check 4411'],
  ['in_kind:blankets', 'In kind blankets'],
  ['import:2026-a:7', 'Import: 2026-a:7'],
  ['something else', 'something else'],
  [null, ''],
])('formats the reference of an offline gift: %s', (reference, shown) => {
  expect(referenceText(adminCatalogOf('en'), reference)).toBe(shown);
});
