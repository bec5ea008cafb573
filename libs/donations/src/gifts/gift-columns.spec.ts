import { Gift } from '@upstander/accounting';
import { selectList } from '@upstander/platform';
import { giftColumns } from './gift-columns.js';

test.each(['anyone', 'owner', 'staff'] as const)('never includes the donor in columns that %s may see', (audience) => {
  expect(selectList(Gift, 'g', audience)).not.toMatch(/g\.(name|donor_id|shown_as)\b/);
});

test('includes the donor in staff columns only for accounts that may see donors', () => {
  const columns = giftColumns('SEES').replace(/CASE WHEN SEES THEN .*? END/gs, '');
  expect(columns).not.toMatch(/\bg\.(name|donor_id)\b|\bd\.email\b/);
});
