import { columnsOf } from '@upstander/platform';
import { giftColumns } from './gift-columns.js';
import { Gift } from './gift.entity.js';

test.each(['anyone', 'owner', 'staff'] as const)(
  'who gave is in no columns that %s may see as they stand',
  (audience) => {
    expect(columnsOf(Gift, 'g', audience)).not.toMatch(/g\.(name|donor_id|shown_as)\b/);
  },
);

test('in the desk a name and a donor stand behind the question who may know them', () => {
  const columns = giftColumns('SEES').replace(/CASE WHEN SEES THEN .*? END/gs, '');
  expect(columns).not.toMatch(/\bg\.(name|donor_id)\b|\bd\.email\b/);
});
