import { decimalText, moneyText, parseMoney } from './money.js';

const usd = (amountMinor: number | string) => ({ amountMinor, currency: 'USD' });
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('amounts read as people write them, to the cent, however large', () => {
  expect(moneyText('en', usd(123450))).toBe('$1,234.50');
  expect(plain(moneyText('es', usd(123450)))).toBe('$1,234.50');
  expect(moneyText('en', usd(-5))).toBe('-$0.05');
  expect(moneyText('en', usd('9007199254740993'))).toBe('$90,071,992,547,409.93');
  expect(moneyText('en', { amountMinor: 5000, currency: 'JPY' })).toBe('¥5,000');
  expect(decimalText(usd(7))).toBe('0.07');
});

test('cents that are nothing can be left out, others never are', () => {
  expect(moneyText('en', usd(2500), { short: true })).toBe('$25');
  expect(moneyText('en', usd(2550), { short: true })).toBe('$25.50');
});

test.each([
  ['25', 2500],
  ['25.5', 2550],
  [' $1,250 ', 125_000],
  ['1.250,50', 125_050],
  ['1,250,000.07', 125_000_007],
  ['12,50', 1250],
  ['USD 3', 300],
  ['0', 0],
])('%s is %i cents', (typed, minor) => {
  expect(parseMoney(typed, 'USD')).toBe(minor);
});

test.each(['', 'abc', '-5', '1.234.5', '12.345.6', '5.123,4567', '1e3', '99999999999999999999', '.5'])(
  '%s is no amount of dollars',
  (typed) => {
    expect(parseMoney(typed, 'USD')).toBeNull();
  },
);

test('yen have no cents', () => {
  expect(parseMoney('500', 'JPY')).toBe(500);
  expect(parseMoney('5.5', 'JPY')).toBeNull();
});
