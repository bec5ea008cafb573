import { currencyName } from './currency-name';

test('a currency is named in the language of the reader, and an unknown one by its code', () => {
  expect(currencyName('en', 'USD')).toBe('US dollars');
  expect(currencyName('es', 'MXN')).toBe('pesos mexicanos');
  expect(currencyName('en', 'XQX')).toBe('XQX');
});
