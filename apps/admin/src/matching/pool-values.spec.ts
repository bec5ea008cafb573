import { adminCatalogueOf } from '@upstander/web-kit/admin-catalogue';
import type { Pool } from './queries.js';
import { problemsOf, termsOf, valuesOf } from './pool-values.js';

const t = adminCatalogueOf('en').admin;
const filled = {
  ...valuesOf(undefined),
  campaignId: 'c',
  sponsorName: ' Harbor Bank ',
  cap: '10,000',
  starts: '2026-12-01',
  ends: '2026-12-24',
};

test('converts a pool to instants, percent and minor units', () => {
  expect(problemsOf(filled, 'USD', t)).toEqual({});
  const terms = termsOf(filled, true, { currency: 'USD', timeZone: 'America/Los_Angeles' });
  expect(terms).toMatchObject({
    sponsorName: 'Harbor Bank',
    sponsorHidden: true,
    ratioPercent: 100,
    cap: { amountMinor: 1_000_000, currency: 'USD' },
    perGiftCap: null,
  });
  // Midnight in the fundraiser's time zone, whatever the user's own.
  expect(terms).toMatchObject({ startsAt: '2026-12-01T08:00:00.000Z', endsAt: '2026-12-25T07:59:59.999Z' });
});

test('shows the same dates in another time zone and saves them unchanged', () => {
  const pool = { startsAt: '2026-10-22T07:00:00.000Z', endsAt: '2027-01-01T07:59:59.999Z' };
  const amounts = { cap: { amountMinor: 100, currency: 'USD' }, perGiftCap: null };
  const about = { ...pool, ...amounts, timeZone: 'America/Los_Angeles', ratioPercent: 100, sponsorName: 'A' };
  const values = valuesOf(about as unknown as Pool);
  expect(values).toMatchObject({ starts: '2026-10-22', ends: '2026-12-31' });
  expect(termsOf(values, false, { currency: 'USD', timeZone: 'America/Los_Angeles' })).toMatchObject(pool);
});

test('shows invalid terms at their fields', () => {
  const wrong = { ...filled, ratio: '0.5', cap: '0', perGiftCap: 'much', ends: '2026-11-30' };
  expect(Object.keys(problemsOf(wrong, 'USD', t)).sort()).toEqual(['cap', 'ends', 'perGiftCap', 'ratio']);
});
