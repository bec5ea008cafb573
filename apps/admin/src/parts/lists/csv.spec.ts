import { csvText, csvTime } from './csv.js';

test('quotes fields with commas, quotes and line breaks', () => {
  expect(
    csvText([
      ['Name', 'Note'],
      ['Reyes, Ana', 'said "yes"\nand came'],
    ]),
  ).toBe('\uFEFFName,Note\r\n"Reyes, Ana","said ""yes""\nand came"\r\n');
});

test('escapes formulas and keeps amounts as numbers', () => {
  const text = csvText([['=1+1', '+49', '@x', '-5.00', '12.50', '-cmd']]);
  expect(text).toBe("\uFEFF'=1+1,'+49,'@x,-5.00,12.50,'-cmd\r\n");
});

test('formats times with their UTC offset and leaves dates unchanged', () => {
  const said = csvTime('2026-11-28T14:00:00.500Z');
  expect(said).toMatch(/^2026-11-2\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
  expect(new Date(said).toISOString()).toBe('2026-11-28T14:00:00.000Z');
  expect(csvTime('2026-11-28')).toBe('2026-11-28');
});
