import type { TestApp } from '@upstander/tests/support/app.js';
import {
  aSchoolAsk,
  anAsk,
  directoryFile,
  SchoolDesk,
  schoolOperations as does,
} from '@upstander/tests/support/schools.js';

const now = new Date('2026-10-05T18:00:00Z');
let desk: SchoolDesk;
let app: TestApp;
let chapters: SchoolDesk['chapters'];
let people: SchoolDesk['people'];
beforeAll(async () => {
  desk = await SchoolDesk.at(now);
  ({ app, chapters, people } = desk);
});
afterAll(() => desk.close());
beforeEach(async () => {
  app.clock.set(now);
  await desk.clear();
});
const acts: SchoolDesk['acts'] = (...asked) => desk.acts(...asked);
const refusal: SchoolDesk['refusal'] = (...asked) => desk.refusal(...asked);

describe('the directory', () => {
  const send = (body: string, write = false, who: 'admin' | 'organizer' = 'admin') =>
    fetch(`${app.url}/imports/schools${write ? '?write=1' : ''}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: people[who].cookie, 'sec-fetch-site': 'same-origin' },
      body,
    });
  const find =
    'query ($search: String!) { findSchools(search: $search) { id kind name city districtName level isFictional } }';

  test("previews a file, imports it, and updates names with next year's file", async () => {
    expect(await (await send(directoryFile)).json()).toMatchObject({
      imported: false,
      districts: 2,
      schools: 3,
      added: 5,
      refused: 0,
    });
    expect(await acts('nobody', find, { search: 'redwood' })).toEqual([]);
    expect(await (await send(directoryFile, true)).json()).toMatchObject({ imported: true, added: 5 });
    expect(await (await send(directoryFile.replace('Redwood High School', 'Redwood High'), true)).json()).toMatchObject(
      {
        added: 0,
      },
    );
    const found = await acts<Array<Record<string, unknown>>>('nobody', find, { search: 'redwood fresno' });
    expect(found).toMatchObject([
      {
        kind: 'SCHOOL',
        name: 'Redwood High',
        districtName: 'Example Valley Unified',
        level: 'HIGH',
        isFictional: false,
      },
      { kind: 'SCHOOL', name: 'Redwood Middle School', level: 'MIDDLE' },
    ]);
    // A visitor's request also uses the name in the directory.
    const { school, city, ...letter } = anAsk({ entryId: found[0]!['id'], email: 'ana@example.org' });
    expect([school, city]).toEqual(['Redwood Middle School', 'Fresno']);
    await acts('nobody', does.start, { input: letter });
    expect(await app.db.query('SELECT school FROM outreach.ask')).toEqual([{ school: 'Redwood High' }]);
    // A request takes its name and district from the directory.
    const { id } = await acts('admin', does.create, { input: { entryId: found[0]!['id'] } });
    expect(await acts('admin', does.show, { id })).toMatchObject({
      school: 'Redwood High',
      city: 'Fresno',
      districtName: 'Example Valley Unified',
      asker: 'STAFF',
    });
  });

  test('names each fault by its row without repeating the content', async () => {
    const [header, first] = directoryFile.split('\n');
    const rows = [
      first,
      first,
      '99000,Short,990001000009,A,CA,Fresno,93701,Middle',
      '9900010,Example Valley Unified,990009000001,Elsewhere,CA,Fresno,93701,Middle',
      '9900010,Example Valley Unified,990001000008,=cmd(),CA,Fresno,93701,Middle',
      '9900010,Example Valley Unified,990001000007,Okay,California,Fresno,93701,Middle',
      '9900010,Example Valley Unified,990001000006,Okay,CA,Fresno,937,Middle',
      '9900010,Example Valley Unified,,Okay,CA,Fresno,93701,Middle',
    ];
    const { faults, refused } = (await (await send([header, ...rows].join('\n'))).json()) as {
      refused: number;
      faults: unknown[];
    };
    expect(refused).toBe(7);
    expect(faults).toEqual([
      { row: 3, column: 'NCESSCH', problem: 'repeated-in-this-file' },
      { row: 4, column: 'LEAID', problem: 'not-a-number' },
      { row: 5, column: 'NCESSCH', problem: 'of-another-district' },
      { row: 6, column: 'SCH_NAME', problem: 'looks-like-a-formula' },
      { row: 7, column: 'LSTATE', problem: 'not-a-state' },
      { row: 8, column: 'LZIP', problem: 'not-a-postcode' },
      { row: 9, column: 'NCESSCH', problem: 'missing' },
    ]);
  });

  test('rejects an invalid file as a whole, and any file from an organizer', async () => {
    expect(await (await send('name,city\nA,B')).json()).toMatchObject({
      imported: false,
      problem: 'columns-missing',
      missing: ['LEAID', 'LEA_NAME', 'LSTATE', 'LCITY', 'LZIP'],
    });
    const [header, first] = directoryFile.split('\n');
    expect(await (await send(`${header}\n\n\n`)).json()).toMatchObject({ imported: false, problem: 'empty' });
    // Stops at the first row over the limit and keeps nothing.
    const many = [header, first, ...Array<string>(25_000).fill(',')].join('\n');
    expect(await (await send(many, true)).json()).toMatchObject({
      imported: false,
      problem: 'too-many-rows',
      schools: 0,
      faults: [],
    });
    expect(await app.db.query('SELECT FROM outreach.directory_entry')).toEqual([]);
    expect((await send(directoryFile, true, 'organizer')).status).toBe(403);
  });
});

describe('the report', () => {
  test('counts districts once, students as reported, and protocols still in place', async () => {
    const runOnDay = async (day: string, act: () => Promise<unknown>) => {
      app.clock.set(`${day}T18:00:00Z`);
      await act();
    };
    let id = '';
    await runOnDay('2026-07-10', async () => ({ id } = await aSchoolAsk(app, { chapterId: chapters.fresno })));
    await runOnDay('2026-07-11', () => aSchoolAsk(app, { chapterId: chapters.fresno }));
    const advanceAsk = (from: string, to: string) => acts('organizer', does.advance, { input: { id, from, to } });
    await runOnDay('2026-08-01', async () => {
      await advanceAsk('DISTRICT', 'ASKED');
      await advanceAsk('ASKED', 'COMMITTED');
      await advanceAsk('COMMITTED', 'TAUGHT');
      await acts('organizer', does.lesson, {
        id,
        input: { taughtOn: '2026-08-01', students: 40, curriculum: 'Signs' },
      });
    });
    await runOnDay('2026-10-02', () => advanceAsk('TAUGHT', 'PROTOCOL'));
    const report = await acts<Record<string, Array<Record<string, unknown>>>>('organizer', does.report, {
      from: '2026-07-01',
      to: '2026-12-31',
    });
    // With two requests for one school, the furthest one counts for its district.
    expect(report['steps']!.filter(({ districts }) => districts)).toEqual([{ status: 'PROTOCOL', districts: 1 }]);
    expect(report['quarters']).toEqual([
      { start: '2026-07-01', asks: 2, students: 40, protocols: 0 },
      { start: '2026-10-01', asks: 0, students: 0, protocols: 1 },
    ]);
    expect(report['chapters']).toHaveLength(2);
    await runOnDay('2026-10-03', () => advanceAsk('PROTOCOL', 'TAUGHT'));
    const later = await acts<Record<string, Array<Record<string, unknown>>>>('organizer', does.report, {
      from: '2026-10-01',
      to: '2026-12-31',
    });
    expect(later['quarters']).toEqual([{ start: '2026-10-01', asks: 0, students: 0, protocols: 0 }]);
    expect(
      await refusal('other', does.report, { from: '2026-07-01', to: '2026-12-31', chapterId: chapters.fresno }),
    ).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('documents', () => {
  test('stores a PDF unchanged for those with access, and a second copy only once', async () => {
    const { id } = await aSchoolAsk(app, { chapterId: chapters.fresno });
    const pdf = Buffer.from('%PDF-1.7\nwhat was agreed');
    const send = (body: Buffer, who: 'organizer' | 'other' = 'organizer') =>
      fetch(`${app.url}/school-documents?ask=${id}&fileName=${encodeURIComponent('Protocolo señal.pdf')}`, {
        method: 'POST',
        headers: { 'content-type': 'application/pdf', cookie: people[who].cookie, 'sec-fetch-site': 'same-origin' },
        body: Uint8Array.from(body),
      });
    expect((await send(pdf, 'other')).status).toBe(404);
    expect((await send(Buffer.from('<html>'))).status).toBe(400);
    for (let i = 0; i < 2; i += 1) expect((await send(pdf)).status).toBe(201);
    const { documents } = (await acts('organizer', does.show, { id })) as unknown as {
      documents: Array<{ url: string; fileName: string }>;
    };
    expect(documents).toMatchObject([{ fileName: 'Protocolo señal.pdf', size: pdf.length }]);
    const get = (who: 'organizer' | 'other') =>
      fetch(app.url + documents[0]!.url, { headers: { cookie: people[who].cookie } });
    expect(Buffer.from(await (await get('organizer')).arrayBuffer())).toEqual(pdf);
    expect((await get('other')).status).toBe(404);
  });
});
