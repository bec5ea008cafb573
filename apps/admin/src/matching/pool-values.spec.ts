import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { datesOf, problemsOf, termsOf } from './pool-values.js';

const words = adminCatalogOf('en').admin.matching.form;
const timeZone = 'America/Los_Angeles';

test('converts days to instants at midnight in the time zone of the fundraiser', () => {
  const terms = termsOf({ campaignId: 'c', sponsorName: 'A', starts: '2026-12-01', ends: '2026-12-24' }, timeZone);
  expect(terms).toEqual({
    sponsorName: 'A',
    startsAt: '2026-12-01T08:00:00.000Z',
    endsAt: '2026-12-25T07:59:59.999Z',
  });
});

test('shows the same dates in another time zone and saves them unchanged', () => {
  const pool = { startsAt: '2026-10-22T07:00:00.000Z', endsAt: '2027-01-01T07:59:59.999Z' };
  const { starts = '', ends = '' } = datesOf({ ...pool, timeZone });
  expect([starts, ends]).toEqual(['2026-10-22', '2026-12-31']);
  expect(termsOf({ campaignId: 'c', starts, ends }, timeZone)).toEqual(pool);
});

test('shows an invalid ratio and an end before the start at their fields', () => {
  const wrong = { ratioPercent: '0.5', starts: '2026-12-01', ends: '2026-11-30' };
  expect(problemsOf(wrong, words)).toEqual({ ratioPercent: words.badRatio, ends: words.badDays });
  expect(problemsOf({ ratioPercent: '100', starts: '2026-12-01', ends: '2026-12-01' }, words)).toEqual({});
});
