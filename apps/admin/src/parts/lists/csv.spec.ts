import { csvText } from './csv.js';

test('commas, quotes and line breaks stay inside their field', () => {
  expect(
    csvText([
      ['Name', 'Note'],
      ['Reyes, Ana', 'said "yes"\nand came'],
    ]),
  ).toBe('\uFEFFName,Note\r\n"Reyes, Ana","said ""yes""\nand came"\r\n');
});

test('what a spreadsheet would run as a formula stays words, and amounts stay numbers', () => {
  const text = csvText([['=1+1', '+49', '@x', '-5.00', '12.50', '-cmd']]);
  expect(text).toBe("\uFEFF'=1+1,'+49,'@x,-5.00,12.50,'-cmd\r\n");
});
