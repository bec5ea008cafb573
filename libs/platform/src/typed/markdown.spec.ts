import { articleHtml, plainParagraphs, safeHtml } from './markdown.js';

const visibleText = (text: string) =>
  safeHtml(text)
    .replace(/<[^>]+>/g, '')
    .trim();

test.each([
  ['[goodsite.com](https://evil.example)', 'goodsite.com (evil.example)'],
  ['[https://goodsite.com/help](https://evil.example/a)', 'https://goodsite.com/help (evil.example)'],
  ['[**goodsite**.com](https://evil.example)', 'goodsite.com (evil.example)'],
  ['[go to `goodsite.com` now](https://evil.example)', 'go to goodsite.com now (evil.example)'],
  ['[good\u200Bsite.com](https://evil.example)', 'good\u200Bsite.com (evil.example)'],
  ['[goodsite。com](https://evil.example)', 'goodsite。com (evil.example)'],
  ['[goodsite.com](https://goodsite.com.evil.example)', 'goodsite.com (goodsite.com.evil.example)'],
  ['[goodsite.com](https://goodsite.com@evil.example)', 'goodsite.com (evil.example)'],
  ['[ana@goodsite.com](mailto:eve@evil.example)', 'ana@goodsite.com (evil.example)'],
])('shows the real host of %s', (text, expected) => {
  expect(visibleText(text)).toBe(expected);
});

test.each([
  ['[our page](https://example.org/help)', 'our page'],
  ['[example.org](https://www.example.org/help)', 'example.org'],
  ['[www.example.org/help](https://example.org)', 'www.example.org/help'],
  ['[example.org](https://docs.example.org)', 'example.org'],
  ['[ana@example.org](mailto:ana@example.org)', 'ana@example.org'],
  ['https://example.org/help', 'https://example.org/help'],
  ['See example.org today.', 'See example.org today.'],
])('leaves %s unchanged', (text, expected) => {
  expect(visibleText(text)).toBe(expected);
});

test('plain text for emails includes the URL of every link', () => {
  expect(plainParagraphs('[goodsite.com](https://evil.example/a)').join()).toContain('https://evil.example/a');
});

test('links to pages of the site in articles only', () => {
  const link = '<a href="/talk" rel="nofollow noopener">Talk to us</a>';
  expect(articleHtml('[Talk to us](/talk)')).toContain(link);
  expect(safeHtml('[Talk to us](/talk)')).not.toContain('<a');
});

test.each(['//evil.example', 'talk', 'javascript:alert(1)', 'data:text/html,x'])(
  'renders no link to %s in an article',
  (address) => {
    expect(articleHtml(`[here](<${address}>)`)).not.toContain('<a');
  },
);
