import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  ask,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface Numbers {
  opened: number | null;
  closed: number | null;
  introduced: number | null;
}
interface Report {
  threshold: number;
  rows: Array<Numbers & { month: string; kind: string }>;
  years: Array<Numbers & { year: number; kind: string }>;
}
const fields = `threshold rows { month kind opened closed introduced } years { year kind opened closed introduced }`;
const report = async (from: string, to: string, role = 'admin') =>
  ask<Report>(
    app,
    `query ($from: LocalDate!, $to: LocalDate!) { advocacyReport(from: $from, to: $to) { ${fields} } }`,
    { from, to },
    await app.signedIn({ role }),
  );

const insertCount = (month: string, measure: string, n: number, kind = 'application') =>
  runBypassingTriggers(
    app,
    `INSERT INTO sealed.monthly_count (month, kind, what) SELECT $1, $2, $3 FROM generate_series(1, $4)`,
    [`${month}-01`, kind, measure, n],
  );

test('counts totals when things happen, and they outlive the records', async () => {
  app.clock.set('2026-12-05T12:00:00Z');
  const introduction = await anIntroduction(app);
  await introduction.desk.close(introduction.id);
  const codes = [];
  for (let i = 0; i < 5; i += 1) codes.push((await anApplication(app)).code);
  for (const code of codes) await withCode(app, code).erase();
  const { id } = await aConsultation(app);
  const desk = asAdvocate(app, await anAdvocate(app));
  await desk.takeConsultation(id);
  await desk.closeConsultation(id);
  const rows = await runBypassingTriggers<{ kind: string; what: string; n: number }>(
    app,
    'SELECT kind, what, count(*)::int AS n FROM sealed.monthly_count GROUP BY 1, 2 ORDER BY 1, 2',
  );
  expect(rows.map(({ kind, what, n }) => `${kind} ${what} ${n}`)).toEqual([
    'application closed 1',
    'application introduced 1',
    'application opened 6',
    'consultation closed 1',
    'consultation opened 1',
  ]);
  const { rows: shownRows } = await report('2026-12-01', '2026-12-31');
  expect(shownRows).toEqual([
    { month: '2026-12', kind: 'APPLICATION', opened: 6, closed: null, introduced: null },
    { month: '2026-12', kind: 'CONSULTATION', opened: null, closed: null, introduced: 0 },
  ]);
  await runBypassingTriggers(app, 'DELETE FROM sealed.monthly_count');
});

test("shows a past year's total without letting anyone derive a hidden month", async () => {
  app.clock.set('2026-02-10T12:00:00Z');
  const months = [9, 3, 12, 8, 10, 11, 14, 9, 7, 13, 20, 6];
  for (const [i, n] of months.entries()) await insertCount(`2025-${String(i + 1).padStart(2, '0')}`, 'opened', n);
  await insertCount('2026-01', 'opened', 7);
  const { rows, years, threshold } = await report('2025-01-01', '2026-12-31', 'advocate');
  expect(threshold).toBe(5);
  const openedCounts = (all: typeof rows) => all.filter(({ kind }) => kind === 'APPLICATION').map(({ opened: n }) => n);
  // Hides the small month and the next smallest. Future months are left out.
  expect(openedCounts(rows)).toEqual([9, null, 12, 8, 10, 11, 14, 9, 7, 13, 20, null, 7, null]);
  expect(years.find(({ kind }) => kind === 'APPLICATION')).toMatchObject({ year: 2025, opened: 122, closed: null });
  // Two reports reveal no more than one, because suppression is decided per year.
  expect(openedCounts((await report('2025-12-01', '2025-12-31')).rows)).toEqual([null]);
  expect(openedCounts((await report('2025-03-15', '2025-04-02')).rows)).toEqual([12, 8]);
  await runBypassingTriggers(app, 'DELETE FROM sealed.monthly_count');
});

test.each([
  ['2026-12-01', '2026-01-01', 'to'],
  ['2000-01-01', '2026-01-01', 'from'],
])('refuses a report from %s to %s', async (from, to, field) => {
  await expect(report(from, to)).rejects.toThrow(`BAD_INPUT {"fields":{"${field}"`);
});

test('is for advocates and admins', async () => {
  const { cookie } = await app.signedIn({ role: 'organizer' });
  const answer = await app.graphql(
    '{ advocacyReport(from: "2026-01-01", to: "2026-02-01") { threshold } }',
    {},
    { cookie },
  );
  expect(refusal(answer)).toBe('NOT_ALLOWED');
});
