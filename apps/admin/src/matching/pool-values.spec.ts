import { catalogueOf } from '@upstander/web-kit';
import { problemsOf, termsOf, valuesOf } from './pool-values.js';

const t = catalogueOf('en').admin;
const filled = {
  ...valuesOf(undefined),
  campaignId: 'c',
  sponsorName: ' Harbor Bank ',
  cap: '10,000',
  starts: '2026-12-01',
  ends: '2026-12-24',
};

test('a promise becomes whole days, whole percent and minor units', () => {
  expect(problemsOf(filled, 'USD', t)).toEqual({});
  const terms = termsOf(filled, true, 'USD');
  expect(terms).toMatchObject({
    sponsorName: 'Harbor Bank',
    sponsorHidden: true,
    ratioPercent: 100,
    cap: { amountMinor: 1_000_000, currency: 'USD' },
    perGiftCap: null,
  });
  expect(Date.parse(String(terms.endsAt)) - Date.parse(String(terms.startsAt))).toBe(24 * 86_400_000 - 1);
});

test('what cannot be promised is said at its field', () => {
  const wrong = { ...filled, ratio: '0.5', cap: '0', perGiftCap: 'much', ends: '2026-11-30' };
  expect(Object.keys(problemsOf(wrong, 'USD', t)).sort()).toEqual(['cap', 'ends', 'perGiftCap', 'ratio']);
});
