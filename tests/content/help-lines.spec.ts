import { shippedHelpLines } from '@upstander/db';
import { compiledHelpLines } from '@upstander/web-kit';

const linesByCode = shippedHelpLines.map((line) => [line.code, line] as const);

test.each(linesByCode)('%s names its source, year and review date', (_, line) => {
  expect(line.sourceName.trim()).not.toBe('');
  expect(line.sourceYear).toBeGreaterThanOrEqual(2024);
  expect(new URL(line.sourceUrl).protocol).toBe('https:');
  const days = (Date.parse(line.verifyBy) - Date.parse(line.verifiedOn)) / 86_400_000;
  expect(days).toBeGreaterThan(0);
  expect(days).toBeLessThanOrEqual(100);
});

test.each(linesByCode)('%s says the same in both languages and has a valid phone number', (_, line) => {
  for (const text of [line.name, line.nameEs, line.about, line.aboutEs]) expect(text.trim()).not.toBe('');
  expect(line.aboutEs).not.toBe(line.about);
  expect(line.phone).toMatch(line.phoneKind === 'e164' ? /^\+1[2-9]\d{9}$/ : /^\d{3,6}$/);
  expect(line.textNumber === null).toBe(line.textKind === null);
});

test('the numbers match those on the source pages', () => {
  expect(shippedHelpLines.map(({ code, phone, textNumber, tty }) => [code, phone, textNumber, tty])).toEqual([
    ['national-hotline', '+18883737888', '233733', '711'],
    ['missing-children', '+18008435678', null, null],
    ['emergency', '911', null, null],
  ]);
});

test('the numbers compiled into the site match the initial database rows', () => {
  const fields = Object.keys(compiledHelpLines[0]!) as Array<keyof (typeof compiledHelpLines)[number]>;
  const shipped = shippedHelpLines.map((line) => {
    const added = { hours: null, hoursEs: null, area: '', areaEs: '', national: true, checkedOn: null };
    const all: Record<string, unknown> = { ...line, id: line.code, ...added };
    return Object.fromEntries(fields.map((name) => [name, all[name]]));
  });
  expect(compiledHelpLines).toEqual(shipped);
});
