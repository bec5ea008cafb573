import { matchAmount } from './match-amount';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const match = { ratioPercent: 100, perGiftCap: null, remaining: usd(100_000), endsAt: '2026-12-31T00:00:00Z' };
const added = (amountMinor: number, ...matches: Array<Parameters<typeof matchAmount>[1][number]>) =>
  Number(matchAmount(usd(amountMinor), matches, (at) => at < '2026-11-30'));

test('doubles a gift that is matched one to one', () => {
  expect(added(5000, match)).toBe(5000);
});

test('rounds down to a cent', () => {
  expect(added(25, { ...match, ratioPercent: 50 })).toBe(12);
});

test('adds at most the cap per gift and what is left', () => {
  expect(added(5000, { ...match, perGiftCap: usd(2000) })).toBe(2000);
  expect(added(5000, { ...match, remaining: usd(700) })).toBe(700);
  expect(added(5000, { ...match, remaining: usd(0) })).toBe(0);
});

test('adds what several sponsors give, but nothing of one whose time has passed', () => {
  expect(added(5000, match, { ...match, ratioPercent: 50 })).toBe(7500);
  expect(added(5000, { ...match, endsAt: '2026-11-29T00:00:00Z' })).toBe(0);
});
