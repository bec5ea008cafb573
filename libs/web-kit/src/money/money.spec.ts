import { decimalText, moneyText, parseMoney } from './money.js';

const usd = (amountMinor: number | string) => ({ amountMinor, currency: 'USD' });
const normalizeSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('formats amounts of any size exactly', () => {
  expect(moneyText('en', usd(123450))).toBe('$1,234.50');
  expect(normalizeSpaces(moneyText('es', usd(123450)))).toBe('$1,234.50');
  expect(moneyText('en', usd(-5))).toBe('-$0.05');
  expect(moneyText('en', usd('9007199254740993'))).toBe('$90,071,992,547,409.93');
  expect(moneyText('en', { amountMinor: 5000, currency: 'JPY' })).toBe('¥5,000');
  expect(decimalText(usd(7))).toBe('0.07');
});

test('omits zero cents on request, but never others', () => {
  expect(moneyText('en', usd(2500), { short: true })).toBe('$25');
  expect(moneyText('en', usd(2550), { short: true })).toBe('$25.50');
});

test('parses typed amounts into safe integers or null', () => {
  expect(parseMoney('$1,250.50', 'USD')).toBe(125_050);
  expect(parseMoney('abc', 'USD')).toBeNull();
  expect(parseMoney('90071992547409.91', 'USD')).toBe(Number.MAX_SAFE_INTEGER);
  expect(parseMoney('90071992547409.92', 'USD')).toBeNull();
});
