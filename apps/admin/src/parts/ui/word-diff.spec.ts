import { wordDiff, type Piece } from './word-diff';

const side = (pieces: readonly Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

test('reports a replaced word and keeps the rest', () => {
  expect(wordDiff('Pay is $18 an hour', 'Pay is $22 an hour')).toEqual([
    { kind: 'same', text: 'Pay is ' },
    { kind: 'gone', text: '$18 ' },
    { kind: 'new', text: '$22 ' },
    { kind: 'same', text: 'an hour' },
  ]);
});

test.each([
  ['', 'A new text'],
  ['An old text', ''],
  ['one two three', 'three two one'],
  ['lines\n\nand  blanks ', ' lines\nand blanks'],
  ['a '.repeat(2_000), 'b '.repeat(2_000)],
])('restores both texts exactly: %j → %j', (before, after) => {
  const pieces = wordDiff(before, after);
  expect(side(pieces, 'new')).toBe(before);
  expect(side(pieces, 'gone')).toBe(after);
});

test('returns one piece for equal texts', () => {
  expect(wordDiff('the same', 'the same')).toEqual([{ kind: 'same', text: 'the same' }]);
});
