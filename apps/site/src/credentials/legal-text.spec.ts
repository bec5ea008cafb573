import { blocksOf } from './legal-text';

test('renders lines with a hyphen as a list, between paragraphs', () => {
  const text = 'By signing I agree:\n- I follow the rules.\n- I tell the lead\n  when I leave.\n\nThank you.';
  expect(blocksOf(text)).toEqual([
    { isList: false, lines: ['By signing I agree:'] },
    { isList: true, lines: ['I follow the rules.', 'I tell the lead when I leave.'] },
    { isList: false, lines: ['Thank you.'] },
  ]);
});
