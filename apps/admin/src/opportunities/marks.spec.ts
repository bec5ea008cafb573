import { markedPieces } from './marks';

test('the excerpt of a flag is marked with its number, every time it stands there', () => {
  expect(markedPieces('Pay a fee. A FEE of $50.', [{ number: 1, excerpt: 'fee' }])).toEqual([
    { kind: 'plain', text: 'Pay a ', flags: [] },
    { kind: 'marked', text: 'fee', flags: [1] },
    { kind: 'plain', text: '. A ', flags: [] },
    { kind: 'marked', text: 'FEE', flags: [1] },
    { kind: 'plain', text: ' of $50.', flags: [] },
  ]);
});

test('where two flags overlap, the piece belongs to both', () => {
  const pieces = markedPieces('keep your passport here', [
    { number: 1, excerpt: 'keep your passport' },
    { number: 2, excerpt: 'passport here' },
  ]);
  expect(pieces.map(({ flags }) => flags)).toEqual([[1], [1, 2], [2]]);
});

test('characters that hide are shown', () => {
  expect(markedPieces('call\u200b 5\u202e5', [])).toEqual([
    { kind: 'plain', text: 'call', flags: [] },
    { kind: 'hidden', code: 'U+200B', flags: [] },
    { kind: 'plain', text: ' 5', flags: [] },
    { kind: 'hidden', code: 'U+202E', flags: [] },
    { kind: 'plain', text: '5', flags: [] },
  ]);
});

test('an emoji that is made of two hides nothing', () => {
  const text = 'Cook \u{1F469}\u200d\u{1F373}';
  expect(markedPieces(text, [])).toEqual([{ kind: 'plain', text, flags: [] }]);
});

test.each(['', 'no such words'])('an excerpt that is not there marks nothing: %j', (excerpt) => {
  expect(markedPieces('Some text', [{ number: 1, excerpt }])).toEqual([
    { kind: 'plain', text: 'Some text', flags: [] },
  ]);
});

test('no letter is lost, whatever the excerpts are', () => {
  const text = 'İstanbul: keep, keep and keep';
  const pieces = markedPieces(text, [
    { number: 1, excerpt: 'keep' },
    { number: 2, excerpt: 'İstanbul' },
  ]);
  expect(pieces.map((piece) => (piece.kind === 'hidden' ? '' : piece.text)).join('')).toBe(text);
});
