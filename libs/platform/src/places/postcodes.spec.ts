import { isPostcode, postcodeOf } from './postcodes.js';

test('normalizes postcodes and validates them by country', () => {
  expect(postcodeOf(' 90012-1234 ')).toBe('90012');
  expect(postcodeOf('k1a  0b1')).toBe('K1A 0B1');
  const cases: Array<[string, string, boolean]> = [
    ['90012', 'US', true],
    ['9001', 'US', false],
    ['K1A 0B1', 'US', false],
    ['K1A 0B1', 'CA', true],
    ['D1A 0B1', 'CA', false],
    ['SW1A 1AA', 'GB', true],
    ['1010', 'AT', true],
    ['<b>', 'AT', false],
  ];
  for (const [code, country, isValid] of cases)
    expect([code, country, isPostcode(code, country)]).toEqual([code, country, isValid]);
});
