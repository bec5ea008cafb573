import { currencyName } from './currency-name';

test('names a currency in the reader’s language, and an unknown one by its code', () => {
  expect(currencyName('en', 'USD')).toBe('US dollars');
  expect(currencyName('es', 'MXN')).toBe('pesos mexicanos');
  expect(currencyName('en', 'XQX')).toBe('XQX');
});
