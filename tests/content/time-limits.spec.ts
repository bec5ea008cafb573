import { shippedTimeLimits } from '@upstander/db';
import { colemanLiau, readabilityIndex } from '@upstander/web-kit';

const limitsByCode = shippedTimeLimits.map((limit) => [limit.code, limit] as const);

test.each(limitsByCode)('%s names its section of the law and the year', (_, { source }) => {
  expect(source.title).toMatch(/\d/);
  expect(source.year).toBeGreaterThanOrEqual(1900);
  const { protocol, pathname } = new URL(source.url);
  expect([protocol, pathname.length > 1]).toEqual(['https:', true]);
});

test.each(limitsByCode)('%s says the same in both languages, in at most 300 characters', (_, { rule, ruleEs }) => {
  const figures = (text: string) => new Set(text.match(/\d[\d,]*\d|\d/g) ?? []);
  expect(figures(ruleEs)).toEqual(figures(rule));
  for (const text of [rule, ruleEs]) expect(text.length).toBeLessThanOrEqual(300);
});

test('the time limits are readable at an eighth-grade level', () => {
  const all = shippedTimeLimits.map(({ rule }) => rule).join(' ');
  for (const grade of [readabilityIndex(all), colemanLiau(all)]) expect(grade).toBeLessThanOrEqual(8);
});
