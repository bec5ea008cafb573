import { questionsIn } from './questions-in';

test('returns headings with a question mark and the text below them', () => {
  const html = `<p>First.</p><h2>What is a <strong>red</strong> flag &amp; what is not?</h2><p>A fee.</p><h3>More</h3><p>Papers.</p>
    <h2>Who helps</h2><p>We do.</p><h2 id="x">¿A quién llamo?</h2><ul><li>A la línea.</li></ul><h2>And then?</h2>`;
  expect(questionsIn(html)).toEqual([
    { question: 'What is a red flag & what is not?', answer: '<p>A fee.</p><h3>More</h3><p>Papers.</p>' },
    { question: '¿A quién llamo?', answer: '<ul><li>A la línea.</li></ul>' },
  ]);
});

test('returns no questions for text without them, also if it is truncated or very long', () => {
  for (const html of ['', '<p>What?</p>', '<h2>What?', '<h2>'.repeat(100_000)]) expect(questionsIn(html)).toEqual([]);
});
