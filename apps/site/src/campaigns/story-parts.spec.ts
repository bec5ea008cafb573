import { storyParts } from './story-parts';

const long = 'word '.repeat(150);

test('folds a long story after two paragraphs', () => {
  expect(storyParts(`<p>One</p>\n<p>Two</p>\n<h3>More</h3><p>${long}</p>`)).toEqual([
    '<p>One</p>\n<p>Two</p>\n',
    `<h3>More</h3><p>${long}</p>`,
  ]);
});

test('does not end with a bold line that introduces what follows', () => {
  expect(storyParts(`<p>One</p>\n<p><strong>What it pays for</strong></p>\n<ul><li>${long}</li></ul>`)[0]).toBe(
    '<p>One</p>\n',
  );
});

test.each([
  ['is short', '<p>One</p><p>Two</p><p>Three</p>'],
  ['starts with a list', `<ul><li>${long}</li></ul><p>One</p>`],
  ['has one paragraph', `<p>${long}</p>`],
  ['ends after two paragraphs', `<p>One</p><p>${long}</p>`],
])('shows all of a story that %s', (_, html) => {
  expect(storyParts(html)).toEqual([html, '']);
});
