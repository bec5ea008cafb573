import { articles, courses } from '@upstander/db';
import { revealsTopic } from '@upstander/learning';
import { colemanLiau, highestGrade, readabilityIndex } from '@upstander/web-kit';

const coursesBySlug = courses.map((one) => [one.slug, one] as const);
const texts = (locale: 'en' | 'es', { lessons, ...course }: (typeof courses)[number]) => [
  ...Object.values(course[locale]),
  ...lessons.flatMap(({ questions }) =>
    questions.flatMap(({ question, answers }) => [
      question[locale],
      ...answers.flatMap(({ text, why }) => [text[locale], why[locale]]),
    ]),
  ),
];

test.each(coursesBySlug)('%s is readable at an eighth-grade level', (_, course) => {
  const text = texts('en', course).join('\n');
  expect(Math.max(readabilityIndex(text), colemanLiau(text))).toBeLessThanOrEqual(highestGrade);
});

test.each(coursesBySlug)('%s links existing articles and explains every answer in both languages', (_, course) => {
  const slugs = new Set(articles.map(({ slug }) => slug));
  for (const { article, questions } of course.lessons) {
    expect(slugs.has(article)).toBe(true);
    expect(questions.length).toBeGreaterThanOrEqual(3);
    for (const { answers, right } of questions) expect(answers[right]).toBeDefined();
  }
  const [en, es] = [texts('en', course), texts('es', course)];
  expect(en.filter((text) => text.trim() === '')).toEqual([]);
  // “No.” is the same in both.
  expect(en.filter((text, at) => text === es[at])).toEqual(['No.']);
});

test.each(coursesBySlug)('%s has a discreet name and shames no one', (slug, course) => {
  expect([slug, course.en.title, course.es.title].filter(revealsTopic)).toEqual([]);
  const shaming = /\b(wrong|stupid|of course|obviously|should have known|incorrecto|obvio|deberías haber)\b/i;
  for (const text of [...texts('en', course), ...texts('es', course)])
    expect(shaming.exec(text)?.[0] ?? text).toBe(text);
});

test('the position of the right answer varies', () => {
  const places = courses.flatMap(({ lessons }) =>
    lessons.flatMap(({ questions }) => questions.map(({ right }) => right)),
  );
  expect(new Set(places).size).toBeGreaterThanOrEqual(3);
});
