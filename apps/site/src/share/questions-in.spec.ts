import { questionsIn } from './questions-in';

test('a heading that asks is a question, and what stands under it the answer', () => {
  const html = `<p>First.</p><h2>What is a <strong>red</strong> flag &amp; what is not?</h2><p>A fee.</p><h3>More</h3><p>Papers.</p>
    <h2>Who helps</h2><p>We do.</p><h2 id="x">¿A quién llamo?</h2><ul><li>A la línea.</li></ul><h2>And then?</h2>`;
  expect(questionsIn(html)).toEqual([
    { question: 'What is a red flag & what is not?', answer: '<p>A fee.</p><h3>More</h3><p>Papers.</p>' },
    { question: '¿A quién llamo?', answer: '<ul><li>A la línea.</li></ul>' },
  ]);
});

test('a text without questions has none, also one that is cut or very long', () => {
  for (const html of ['', '<p>What?</p>', '<h2>What?', '<h2>'.repeat(100_000)]) expect(questionsIn(html)).toEqual([]);
});
