import { importPostcodes, readGazetteer } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup, type EventParts } from '@upstander/tests/support/factories.js';
import { updateMe, termId } from '@upstander/tests/support/volunteers.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await importPostcodes(
    { query: (sql, params) => app.db.query(sql, params) },
    readGazetteer(
      'GEOID|ALAND|AWATER|INTPTLAT|INTPTLONG\n90012|1|1|34.0678|-118.2422\n90033|1|1|34.0504|-118.2120\n92113|1|1|32.6968|-117.1192\n',
    ),
  );
});
afterAll(() => app.close());

interface Answer {
  eligibleShifts: {
    edges: Array<{
      cursor: string;
      node: { shift: { id: string }; event: { title: string }; miles: number | null; missing: Array<{ name: string }> };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
    postcodeKnown: boolean | null;
  };
}

const look = (variables: Record<string, unknown> = {}, cookie?: string) =>
  app.graphql<Answer>(
    `query ($near: Near, $filter: EligibleShiftFilter, $first: Int, $after: String) {
      eligibleShifts(near: $near, filter: $filter, first: $first, after: $after) {
        edges { cursor node { shift { id } event { title } miles missing { name } } }
        pageInfo { hasNextPage endCursor } totalCount postcodeKnown
      }
    }`,
    variables,
    { cookie },
  );
const titles = async (variables: Record<string, unknown>, cookie?: string) =>
  (await look(variables, cookie)).data.eligibleShifts.edges.map(({ node }) => node.event.title);

/** A Monday at least a week ahead, so that weekdays sort in order whatever today is. */
const monday = new Date(Date.now() + 7 * 86_400_000);
monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7));

/** Returns a weekday (Monday is 1) of that week at an hour in Los Angeles time. */
function on(weekday: number, hour: number): Date {
  const at = new Date(monday.valueOf() + (weekday - 1) * 86_400_000);
  const wall = `${at.toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00`;
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'America/Los_Angeles', timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!
    .value.slice(3);
  return new Date(`${wall}:00${offset}`);
}

async function open(event: EventParts, shift: { capacity?: number; skill?: string; minimumAge?: number } = {}) {
  const { id: eventId } = await anEvent(app.db, event);
  const made = await aShift(app.db, { eventId, ...(shift.capacity && { capacity: shift.capacity }) });
  if (shift.skill || shift.minimumAge) {
    await app.db.query('UPDATE events.shift SET skill_ids = $2, minimum_age = $3 WHERE id = $1', [
      made.id,
      shift.skill ? [await termId(app, shift.skill)] : [],
      shift.minimumAge ?? null,
    ]);
  }
  return made;
}

describe('an anonymous visitor looking for a shift', () => {
  test('sees only open shifts with a free place in a chapter', async () => {
    const { id: chapterId, slug } = await aChapter(app.db);
    await open({ chapterId, title: 'Open' });
    await open({ chapterId, title: 'Draft', status: 'draft' });
    await open({ chapterId, title: 'Called off', status: 'cancelled' });
    await open({ chapterId, title: 'Begun', startsAt: new Date(Date.now() - 60_000) });
    await open({ title: 'Elsewhere' });
    const full = await open({ chapterId, title: 'Full' }, { capacity: 1 });
    await aSignup(app.db, { shiftId: full.id });
    const awaited = await open({ chapterId, title: 'Somebody waits' });
    await aSignup(app.db, { shiftId: awaited.id, status: 'waitlisted' });
    expect(await titles({ filter: { chapter: slug } })).toEqual(['Open']);
  });

  test('sees distances around a ZIP code, includes online events, and ignores house numbers', async () => {
    const { id: chapterId, slug } = await aChapter(app.db);
    await open({ chapterId, title: 'Near', place: '2100 E 1st St, Los Angeles, CA 90033-1234, USA' });
    await open({ chapterId, title: 'Far', place: 'National Ave, San Diego, CA 92113' });
    await open({ chapterId, title: 'A house number', place: '90033 Main St, Los Angeles' });
    await open({ chapterId, title: 'Online', online: true, place: null });
    const { data } = await look({ near: { postcode: '90012', miles: 10 }, filter: { chapter: slug } });
    const found = data.eligibleShifts.edges.map(({ node }) => [node.event.title, node.miles]);
    expect(Object.fromEntries(found)).toEqual({ Near: 2, Online: null });
    expect(data.eligibleShifts.postcodeKnown).toBe(true);
    const wide = await titles({ near: { postcode: '90012', miles: 150 }, filter: { chapter: slug } });
    expect(wide.sort()).toEqual(['Far', 'Near', 'Online']);
  });

  test('gets unknown ZIP codes reported, without a narrower list', async () => {
    const { id: chapterId, slug } = await aChapter(app.db);
    await open({ chapterId, title: 'Open' });
    const { data } = await look({ near: { postcode: '00000' }, filter: { chapter: slug } });
    expect(data.eligibleShifts).toMatchObject({ postcodeKnown: false, totalCount: 1 });
  });

  test('can filter by local weekday, language and skill', async () => {
    const { id: chapterId, slug } = await aChapter(app.db);
    await open({ chapterId, title: 'Saturday night', startsAt: on(6, 20), languages: ['en', 'es'] });
    await open({ chapterId, title: 'Sunday', startsAt: on(7, 9) }, { skill: 'Driving' });
    expect(await titles({ filter: { chapter: slug, weekday: 6 } })).toEqual(['Saturday night']);
    expect(await titles({ filter: { chapter: slug, weekday: 7 } })).toEqual(['Sunday']);
    expect(await titles({ filter: { chapter: slug, language: 'ES ' } })).toEqual(['Saturday night']);
    const skillId = await termId(app, 'Driving');
    expect(await titles({ filter: { chapter: slug, skillId } })).toEqual(['Sunday']);
  });

  test('gets an error for invalid filters', async () => {
    for (const wrong of [
      { filter: { weekday: 8 } },
      { filter: { skillId: 'x' } },
      { near: { postcode: '90012', miles: 0 } },
      { near: { postcode: '90012', miles: 1000 } },
      { after: 'nonsense' },
    ]) {
      expect(refusal(await look(wrong))).toBe('BAD_INPUT');
    }
  });
});

describe('a signed-in volunteer looking for a shift', () => {
  async function ana(input: Record<string, unknown> = {}) {
    const chapter = await aChapter(app.db);
    const { cookie, email } = await app.signedIn();
    const { errors } = await updateMe(app, { cookie }, { name: 'Ana Reyes', homeChapterId: chapter.id, ...input });
    expect(errors).toBeUndefined();
    return { cookie, email, chapterId: chapter.id };
  }

  test('sees shifts by chapter, language and availability from the profile, and can widen each', async () => {
    const { cookie, chapterId } = await ana({
      languages: ['es'],
      availability: [
        { weekday: 6, from: '08:00', until: '12:00' },
        { weekday: 6, from: '12:00', until: '17:00' },
      ],
    });
    const event = { chapterId, languages: ['es'] };
    await open({ ...event, title: 'Across noon', startsAt: on(6, 10) });
    await open({ ...event, title: 'In the evening', startsAt: on(6, 16) });
    await open({ ...event, title: 'On Sunday', startsAt: on(7, 10) });
    await open({ chapterId, title: 'In English', startsAt: on(6, 11) });
    const { slug } = await aChapter(app.db);
    expect(await titles({}, cookie)).toEqual(['Across noon']);
    expect(await titles({ filter: { anyTime: true } }, cookie)).toEqual(['Across noon', 'In the evening', 'On Sunday']);
    expect(await titles({ filter: { anyLanguage: true } }, cookie)).toEqual(['Across noon', 'In English']);
    expect(await titles({ filter: { weekday: 7 } }, cookie)).toEqual(['On Sunday']);
    expect(await titles({ filter: { chapter: slug } }, cookie)).toEqual([]);
    expect(await titles({ filter: { anyChapter: true }, first: 100 }, cookie)).toContain('Across noon');
  });

  test('does not see shifts they hold, overlap with or wait for', async () => {
    const { cookie, email, chapterId } = await ana();
    const heldShift = await open({ chapterId, title: 'Held', startsAt: on(3, 9) });
    await aSignup(app.db, { shiftId: heldShift.id, email });
    await open({ chapterId, title: 'At the same time', startsAt: on(3, 12) });
    // Shifts are half open: this one starts when the other ends.
    await open({ chapterId, title: 'Right after', startsAt: on(3, 13) });
    const waits = await open({ chapterId, title: 'Waits', startsAt: on(4, 9) });
    await aSignup(app.db, { shiftId: waits.id, email, status: 'waitlisted' });
    await app.db.query('UPDATE events.shift SET waiting = 0 WHERE id = $1', [waits.id]);
    expect(await titles({}, cookie)).toEqual(['Right after']);
  });

  test('sees shifts without missing requirements first, and what the others require', async () => {
    const { cookie, chapterId } = await ana({ skillIds: [await termId(app, 'Driving')] });
    await open({ chapterId, title: 'Interpreter', startsAt: on(1, 9) }, { skill: 'Interpreting' });
    await open({ chapterId, title: 'Driver', startsAt: on(2, 9) }, { skill: 'Driving' });
    await open({ chapterId, title: 'Anybody', startsAt: on(3, 9) });
    const { data } = await look({}, cookie);
    expect(
      data.eligibleShifts.edges.map(({ node }) => [node.event.title, ...node.missing.map(({ name }) => name)]),
    ).toEqual([['Driver'], ['Anybody'], ['Interpreter', 'Interpreting']]);
  });

  test('does not see shifts they are too young for', async () => {
    const { cookie, chapterId } = await ana({ minor: true });
    await open({ chapterId, title: 'From 18 on' }, { minimumAge: 18 });
    await open({ chapterId, title: 'From 16 on', startsAt: on(2, 9) }, { minimumAge: 16 });
    expect(await titles({}, cookie)).toEqual(['From 16 on']);
  });

  test("sees a shift before the public opening as a lead, or as a member from the members' date", async () => {
    const { cookie, email, chapterId } = await ana();
    const { eventId } = await open({ chapterId, title: 'Later' });
    const soon = new Date(Date.now() + 3_600_000);
    const before = new Date(Date.now() - 3_600_000);
    await app.db.query(
      `UPDATE events.event SET opens_at = $2, opens_at_local = $2::timestamptz AT TIME ZONE 'UTC', opens_to_members_at = $3,
         opens_to_members_at_local = $3::timestamptz AT TIME ZONE 'UTC' WHERE id = $1`,
      [eventId, soon, before],
    );
    const as = async (standing: string) => {
      await app.db.query(
        `UPDATE volunteers.membership m SET standing = $2 FROM volunteers.volunteer v
         WHERE v.id = m.volunteer_id AND v.email = $1 AND m.chapter_id = $3`,
        [email, standing, chapterId],
      );
      return titles({}, cookie);
    };
    expect([await as('volunteer'), await as('member'), await as('lead')]).toEqual([[], ['Later'], ['Later']]);
  });

  test('does not see a shift at its first-timer limit, unless they have helped before', async () => {
    const { cookie, email, chapterId } = await ana();
    const { id } = await open({ chapterId, title: 'Two newcomers' });
    await app.db.query('UPDATE events.shift SET most_first_timers = 1 WHERE id = $1', [id]);
    expect(await titles({}, cookie)).toEqual(['Two newcomers']);
    await aSignup(app.db, { shiftId: id });
    expect(await titles({}, cookie)).toEqual([]);
    const past = await aShift(app.db, { event: { startsAt: new Date(Date.now() - 90 * 86_400_000) } });
    const helped = await aSignup(app.db, { shiftId: past.id, email });
    await app.db.query(`UPDATE events.signup SET status = 'completed' WHERE id = $1`, [helped.id]);
    expect(await titles({ filter: { anyChapter: true }, first: 100 }, cookie)).toContain('Two newcomers');
  });

  test('pages through all shifts exactly once, across both groups', async () => {
    const { cookie, chapterId } = await ana();
    for (const [n, skill] of [undefined, 'Driving', undefined, 'Cooking', undefined].entries()) {
      await open({ chapterId, title: `Shift ${n}`, startsAt: on(n + 1, 9) }, { ...(skill && { skill }) });
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await look({ first: 2, after }, cookie);
      const page: Answer['eligibleShifts'] = data.eligibleShifts;
      expect(page.totalCount).toBe(5);
      seen.push(...page.edges.map(({ node }) => node.event.title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect(seen.slice(0, 3).every((title) => ['Shift 0', 'Shift 2', 'Shift 4'].includes(title))).toBe(true);
    expect(seen).toHaveLength(5);
  });
});

describe('columns that a shift copies from its event', () => {
  test('follow the event when it is published, moved to another chapter, or canceled', async () => {
    const [here, there] = [await aChapter(app.db), await aChapter(app.db)];
    const { id, eventId } = await open({ chapterId: here.id, title: 'Moves', status: 'draft' });
    const found = async (slug: string) => (await titles({ filter: { chapter: slug } })).length;
    expect(await found(here.slug)).toBe(0);
    await app.db.query(`UPDATE events.event SET status = 'published' WHERE id = $1`, [eventId]);
    expect(await found(here.slug)).toBe(1);
    await app.db.query('UPDATE events.event SET chapter_id = $2, place = $3, languages = $4 WHERE id = $1', [
      eventId,
      there.id,
      'Somewhere, CA 90012',
      ['es'],
    ]);
    expect([await found(here.slug), await found(there.slug)]).toEqual([0, 1]);
    const [shift] = await app.db.query('SELECT postcode, languages FROM events.shift WHERE id = $1', [id]);
    expect(shift).toEqual({ postcode: '90012', languages: ['es'] });
    await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [eventId]);
    expect(await found(there.slug)).toBe(0);
  });
});
