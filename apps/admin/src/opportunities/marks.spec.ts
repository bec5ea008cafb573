import { splitByExcerpts } from './marks';

test("marks every occurrence of a flag's excerpt with its number", () => {
  expect(splitByExcerpts('Pay a fee. A FEE of $50.', [{ number: 1, excerpt: 'fee' }])).toEqual([
    { kind: 'plain', text: 'Pay a ', flags: [] },
    { kind: 'marked', text: 'fee', flags: [1] },
    { kind: 'plain', text: '. A ', flags: [] },
    { kind: 'marked', text: 'FEE', flags: [1] },
    { kind: 'plain', text: ' of $50.', flags: [] },
  ]);
});

test('assigns overlapping text to both flags', () => {
  const pieces = splitByExcerpts('keep your passport here', [
    { number: 1, excerpt: 'keep your passport' },
    { number: 2, excerpt: 'passport here' },
  ]);
  expect(pieces.map(({ flags }) => flags)).toEqual([[1], [1, 2], [2]]);
});

test('shows invisible characters', () => {
  expect(splitByExcerpts('call\u200b 5\u202e5', [])).toEqual([
    { kind: 'plain', text: 'call', flags: [] },
    { kind: 'hidden', code: 'U+200B', flags: [] },
    { kind: 'plain', text: ' 5', flags: [] },
    { kind: 'hidden', code: 'U+202E', flags: [] },
    { kind: 'plain', text: '5', flags: [] },
  ]);
});

test('does not report the joiner inside an emoji', () => {
  const text = 'Cook \u{1F469}\u200d\u{1F373}';
  expect(splitByExcerpts(text, [])).toEqual([{ kind: 'plain', text, flags: [] }]);
});

test.each(['', 'no such words'])('marks nothing if the excerpt does not occur: %j', (excerpt) => {
  expect(splitByExcerpts('Some text', [{ number: 1, excerpt }])).toEqual([
    { kind: 'plain', text: 'Some text', flags: [] },
  ]);
});

test('preserves the whole text for any excerpts', () => {
  const text = 'İstanbul: keep, keep and keep';
  const pieces = splitByExcerpts(text, [
    { number: 1, excerpt: 'keep' },
    { number: 2, excerpt: 'İstanbul' },
  ]);
  expect(pieces.map((piece) => (piece.kind === 'hidden' ? '' : piece.text)).join('')).toBe(text);
});
