import { poolTerms } from './pool-rules.js';

const usd = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' });
const startsAt = new Date('2026-12-01T00:00:00Z');
const days = (n: number) => new Date(startsAt.valueOf() + n * 86_400_000);
const poolInput = {
  sponsorName: ' Harbor  Bank ',
  sponsorHidden: false,
  ratioPercent: 100,
  cap: usd(100_000n),
  startsAt: startsAt,
  endsAt: days(30),
};
const faultsOf = (parts: Partial<Parameters<typeof poolTerms>[0]>) => {
  try {
    poolTerms({ ...poolInput, ...parts }, 'USD');
  } catch (refusal) {
    return (refusal as { details: { fields: object } }).details.fields;
  }
  return null;
};

test("converts valid terms and normalizes the sponsor's name", () => {
  const storedPool = {
    sponsorName: 'Harbor Bank',
    sponsorHidden: false,
    ratioPercent: 100,
    startsAt: startsAt,
    endsAt: days(30),
  };
  expect(poolTerms(poolInput, 'USD')).toEqual({ ...storedPool, capMinor: '100000', perGiftCapMinor: null });
  expect(poolTerms({ ...poolInput, perGiftCap: usd(500n) }, 'USD')).toMatchObject({ perGiftCapMinor: '500' });
  expect(poolTerms({ ...poolInput, perGiftCap: null }, 'USD')).toMatchObject({ perGiftCapMinor: null });
});

test.each([
  [1, null],
  [1000, null],
  [0, { ratioPercent: 'out-of-range' }],
  [-1, { ratioPercent: 'out-of-range' }],
  [1001, { ratioPercent: 'out-of-range' }],
])('checks a ratio of %i %% and reports %j', (ratioPercent, faults) => {
  expect(faultsOf({ ratioPercent })).toEqual(faults);
});

test.each([
  [days(0), { endsAt: 'not-after-start' }],
  [days(-1), { endsAt: 'not-after-start' }],
  [days(732), null],
  [new Date(days(732).valueOf() + 1), { endsAt: 'out-of-range' }],
])('checks an end of %s and reports %j', (endsAt, faults) => {
  expect(faultsOf({ endsAt })).toEqual(faults);
});

test('limits the cap per gift to the cap, in the same currency', () => {
  expect(faultsOf({ perGiftCap: usd(100_000n) })).toBeNull();
  expect(faultsOf({ perGiftCap: usd(100_001n) })).toEqual({ perGiftCap: 'above-the-cap' });
  expect(faultsOf({ perGiftCap: usd(0n) })).toEqual({ perGiftCap: 'not-positive' });
  expect(faultsOf({ perGiftCap: { amountMinor: 1n, currency: 'EUR' } })).toEqual({ perGiftCap: 'other-currency' });
  expect(faultsOf({ cap: usd(0n) })).toEqual({ cap: 'not-positive' });
});

test('requires a sponsor name of at most 120 characters', () => {
  expect(faultsOf({ sponsorName: ' ' })).toEqual({ sponsorName: 'required' });
  expect(faultsOf({ sponsorName: 'x'.repeat(120) })).toBeNull();
  expect(faultsOf({ sponsorName: 'x'.repeat(121) })).toEqual({ sponsorName: 'too-long' });
});
