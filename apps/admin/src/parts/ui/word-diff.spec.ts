import { wordDiff, type Piece } from './word-diff';

const side = (pieces: readonly Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

test('a word that was exchanged is shown, the rest stays', () => {
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
])('both sides are there letter for letter: %j → %j', (before, after) => {
  const pieces = wordDiff(before, after);
  expect(side(pieces, 'new')).toBe(before);
  expect(side(pieces, 'gone')).toBe(after);
});

test('what is the same on both sides is one piece', () => {
  expect(wordDiff('the same', 'the same')).toEqual([{ kind: 'same', text: 'the same' }]);
});
