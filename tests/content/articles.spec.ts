import { articles } from '@upstander/db';
import { revealsTopic } from '@upstander/learning';
import { colemanLiau, highestGrade, readabilityIndex, readingGrade, markdownStructure } from '@upstander/web-kit';

const articlesBySlug = articles.map((one) => [one.slug, one] as const);

test('readability formulas distinguish hard texts from easy ones', () => {
  const hard =
    'Notwithstanding aforementioned considerations, organizational stakeholders necessitate comprehensive documentation.';
  for (const grade of [readabilityIndex, colemanLiau]) {
    expect(grade('The cat sat on the mat. It was warm. We sat with it.')).toBeLessThan(3);
    expect(grade(hard)).toBeGreaterThan(15);
  }
});

test.each(articlesBySlug)('%s is readable at an eighth-grade level', (_, { en }) => {
  expect(readingGrade(en)).toBeLessThanOrEqual(highestGrade);
});

test.each(articlesBySlug)(
  '%s names its sources, their dates, and its review date',
  (_, { sources, reviewedOn, reviewBy }) => {
    expect(sources.length).toBeGreaterThan(0);
    for (const { publisher, title, year, url } of sources) {
      expect([publisher, title].every((text) => text.trim() !== '')).toBe(true);
      expect(year).toBeGreaterThanOrEqual(2000);
      expect(new URL(url).protocol).toBe('https:');
    }
    expect(Date.parse(reviewBy)).toBeGreaterThan(Date.parse(reviewedOn));
    expect(Date.parse(reviewBy) - Date.parse(reviewedOn)).toBeLessThanOrEqual(366 * 86_400_000);
  },
);

test.each(articlesBySlug)('%s says the same in both languages', (_, { en, es }) => {
  expect(markdownStructure(es.body)).toEqual(markdownStructure(en.body));
  const figures = (text: string) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).sort();
  expect(figures(es.body.replace(/^\d+\./gm, ''))).toEqual(figures(en.body.replace(/^\d+\./gm, '')));
  expect(es.body).not.toBe(en.body);
});

test('every figure in an article names its source and year', () => {
  const shares = articles.flatMap(({ slug, en }) =>
    en.body
      .split('\n')
      .filter((line) => /\b(per cent|percent|%|thirds|half of|million)\b/i.test(line))
      .map((line) => [slug, line] as const),
  );
  for (const [slug, line] of shares) expect([slug, /\b(19|20)\d\d\b/.test(line)]).toEqual([slug, true]);
});

test('titles and URLs reveal nothing about the reader', () => {
  for (const { slug, en, es } of articles) {
    expect([slug, en.title, es.title].filter(revealsTopic)).toEqual([]);
  }
});

test('uses no stigmatizing or rescue language', () => {
  const branding =
    /\b(victims?|pimps?|rescued?|slaves?|prostitutes?|modern slavery|v[ií]ctimas?|rescat\w+|esclav\w+|proxeneta\w*)\b/i;
  for (const { slug, en, es } of articles) {
    for (const text of [...Object.values(en), ...Object.values(es)])
      expect([slug, branding.exec(text)?.[0] ?? null]).toEqual([slug, null]);
  }
});

test('every audience has at least two articles, and every URL is unique', () => {
  const audiences = new Map<string, number>();
  for (const { audience } of articles) audiences.set(audience, (audiences.get(audience) ?? 0) + 1);
  expect([...audiences.values()].every((count) => count >= 2)).toBe(true);
  expect(audiences.size).toBe(6);
  expect(new Set(articles.map(({ slug }) => slug)).size).toBe(articles.length);
  expect(articles.length).toBeGreaterThanOrEqual(14);
});
