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

const findShifts = (variables: Record<string, unknown> = {}, cookie?: string) =>
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
const findTitles = async (variables: Record<string, unknown>, cookie?: string) =>
  (await findShifts(variables, cookie)).data.eligibleShifts.edges.map(({ node }) => node.event.title);

/** A Monday at least a week ahead, so that weekdays sort in order whatever today is. */
const monday = new Date(Date.now() + 7 * 86_400_000);
monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7));

/** Returns a weekday (Monday is 1) of that week at an hour in Los Angeles time. */
function weekdayAt(weekday: number, hour: number): Date {
  const at = new Date(monday.valueOf() + (weekday - 1) * 86_400_000);
  const wall = `${at.toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00`;
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'America/Los_Angeles', timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!
    .value.slice(3);
  return new Date(`${wall}:00${offset}`);
}

async function openShift(event: EventParts, shift: { capacity?: number; skill?: string; minimumAge?: number } = {}) {
  const { id: eventId } = await anEvent(app.db, event);
  const createdShift = await aShift(app.db, { eventId, ...(shift.capacity && { capacity: shift.capacity }) });
  if (shift.skill || shift.minimumAge) {
    await app.db.query('UPDATE events.shift SET skill_ids = $2, minimum_age = $3 WHERE id = $1', [
      createdShift.id,
      shift.skill ? [await termId(app, shift.skill)] : [],
      shift.minimumAge ?? null,
    ]);
  }
  return createdShift;
}

describe('an anonymous visitor looking for a shift', () => {
  test('sees only open shifts with a free place in a chapter', async () => {
    const { id: chapterId, slug } = await aChapter(app.db);
    await openShift({ chapterId, title: 'Open' });
    await openShift({ chapterId, title: 'Draft', status: 'draft' });
    await openShift({ chapterId, title: 'Called off', status: 'cancelled' });
    await openShift({ chapterId, title: 'Begun', startsAt: new Date(Date.now() - 60_000) });
    await openShift({ title: 'Elsewhere' });
    const fullShift = await openShift({ chapterId, title: 'Full' }, { capacity: 1 });
    await aSignup(app.db, { shiftId: fullShift.id });
    const waitlistedShift = await openShift({ chapterId, title: 'Somebody waits' });
    await aSignup(app.db, { shiftId: waitlistedShift.id, status: 'waitlisted' });
    expect(await findTitles({ filter: { chapter: slug } })).toEqual(['Open']);
  });

  test('sees distances around a ZIP code, includes online events, and ignores house numbers', async () => {
    const { id: chapterId, slug } = await aChapter(app.db);
    await openShift({ chapterId, title: 'Near', place: '2100 E 1st St, Los Angeles, CA 90033-1234, USA' });
    await openShift({ chapterId, title: 'Far', place: 'National Ave, San Diego, CA 92113' });
    await openShift({ chapterId, title: 'A house number', place: '90033 Main St, Los Angeles' });
    await openShift({ chapterId, title: 'Online', online: true, place: null });
    const { data } = await findShifts({ near: { postcode: '90012', miles: 10 }, filter: { chapter: slug } });
    const matches = data.eligibleShifts.edges.map(({ node }) => [node.event.title, node.miles]);
    expect(Object.fromEntries(matches)).toEqual({ Near: 2, Online: null });
    expect(data.eligibleShifts.postcodeKnown).toBe(true);
    const distantTitles = await findTitles({ near: { postcode: '90012', miles: 150 }, filter: { chapter: slug } });
    expect(distantTitles.sort()).toEqual(['Far', 'Near', 'Online']);
  });

  test('gets unknown ZIP codes reported, without a narrower list', async () => {
    const { id: chapterId, slug } = await aChapter(app.db);
    await openShift({ chapterId, title: 'Open' });
    const { data } = await findShifts({ near: { postcode: '00000' }, filter: { chapter: slug } });
    expect(data.eligibleShifts).toMatchObject({ postcodeKnown: false, totalCount: 1 });
  });

  test('can filter by local weekday, language and skill', async () => {
    const { id: chapterId, slug } = await aChapter(app.db);
    await openShift({ chapterId, title: 'Saturday night', startsAt: weekdayAt(6, 20), languages: ['en', 'es'] });
    await openShift({ chapterId, title: 'Sunday', startsAt: weekdayAt(7, 9) }, { skill: 'Driving' });
    expect(await findTitles({ filter: { chapter: slug, weekday: 6 } })).toEqual(['Saturday night']);
    expect(await findTitles({ filter: { chapter: slug, weekday: 7 } })).toEqual(['Sunday']);
    expect(await findTitles({ filter: { chapter: slug, language: 'ES ' } })).toEqual(['Saturday night']);
    const skillId = await termId(app, 'Driving');
    expect(await findTitles({ filter: { chapter: slug, skillId } })).toEqual(['Sunday']);
  });

  test('gets an error for invalid filters', async () => {
    for (const invalidVariables of [
      { filter: { weekday: 8 } },
      { filter: { skillId: 'x' } },
      { near: { postcode: '90012', miles: 0 } },
      { near: { postcode: '90012', miles: 1000 } },
      { after: 'nonsense' },
    ]) {
      expect(refusal(await findShifts(invalidVariables))).toBe('BAD_INPUT');
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
    await openShift({ ...event, title: 'Across noon', startsAt: weekdayAt(6, 10) });
    await openShift({ ...event, title: 'In the evening', startsAt: weekdayAt(6, 16) });
    await openShift({ ...event, title: 'On Sunday', startsAt: weekdayAt(7, 10) });
    await openShift({ chapterId, title: 'In English', startsAt: weekdayAt(6, 11) });
    const { slug } = await aChapter(app.db);
    expect(await findTitles({}, cookie)).toEqual(['Across noon']);
    expect(await findTitles({ filter: { anyTime: true } }, cookie)).toEqual([
      'Across noon',
      'In the evening',
      'On Sunday',
    ]);
    expect(await findTitles({ filter: { anyLanguage: true } }, cookie)).toEqual(['Across noon', 'In English']);
    expect(await findTitles({ filter: { weekday: 7 } }, cookie)).toEqual(['On Sunday']);
    expect(await findTitles({ filter: { chapter: slug } }, cookie)).toEqual([]);
    expect(await findTitles({ filter: { anyChapter: true }, first: 100 }, cookie)).toContain('Across noon');
  });

  test('does not see shifts they hold, overlap with or wait for', async () => {
    const { cookie, email, chapterId } = await ana();
    const heldShift = await openShift({ chapterId, title: 'Held', startsAt: weekdayAt(3, 9) });
    await aSignup(app.db, { shiftId: heldShift.id, email });
    await openShift({ chapterId, title: 'At the same time', startsAt: weekdayAt(3, 12) });
    // Shifts are half open: this one starts when the other ends.
    await openShift({ chapterId, title: 'Right after', startsAt: weekdayAt(3, 13) });
    const waitlistShift = await openShift({ chapterId, title: 'Waits', startsAt: weekdayAt(4, 9) });
    await aSignup(app.db, { shiftId: waitlistShift.id, email, status: 'waitlisted' });
    await app.db.query('UPDATE events.shift SET waiting = 0 WHERE id = $1', [waitlistShift.id]);
    expect(await findTitles({}, cookie)).toEqual(['Right after']);
  });

  test('sees shifts without missing requirements first, and what the others require', async () => {
    const { cookie, chapterId } = await ana({ skillIds: [await termId(app, 'Driving')] });
    await openShift({ chapterId, title: 'Interpreter', startsAt: weekdayAt(1, 9) }, { skill: 'Interpreting' });
    await openShift({ chapterId, title: 'Driver', startsAt: weekdayAt(2, 9) }, { skill: 'Driving' });
    await openShift({ chapterId, title: 'Anybody', startsAt: weekdayAt(3, 9) });
    const { data } = await findShifts({}, cookie);
    expect(
      data.eligibleShifts.edges.map(({ node }) => [node.event.title, ...node.missing.map(({ name }) => name)]),
    ).toEqual([['Driver'], ['Anybody'], ['Interpreter', 'Interpreting']]);
  });

  test('does not see shifts they are too young for', async () => {
    const { cookie, chapterId } = await ana({ minor: true });
    await openShift({ chapterId, title: 'From 18 on' }, { minimumAge: 18 });
    await openShift({ chapterId, title: 'From 16 on', startsAt: weekdayAt(2, 9) }, { minimumAge: 16 });
    expect(await findTitles({}, cookie)).toEqual(['From 16 on']);
  });

  test("sees a shift before the public opening as a lead, or as a member from the members' date", async () => {
    const { cookie, email, chapterId } = await ana();
    const { eventId } = await openShift({ chapterId, title: 'Later' });
    const soonAt = new Date(Date.now() + 3_600_000);
    const before = new Date(Date.now() - 3_600_000);
    await app.db.query(
      `UPDATE events.event SET opens_at = $2, opens_at_local = $2::timestamptz AT TIME ZONE 'UTC', opens_to_members_at = $3,
         opens_to_members_at_local = $3::timestamptz AT TIME ZONE 'UTC' WHERE id = $1`,
      [eventId, soonAt, before],
    );
    const setStanding = async (standing: string) => {
      await app.db.query(
        `UPDATE volunteers.membership m SET standing = $2 FROM volunteers.volunteer v
         WHERE v.id = m.volunteer_id AND v.email = $1 AND m.chapter_id = $3`,
        [email, standing, chapterId],
      );
      return findTitles({}, cookie);
    };
    expect([await setStanding('volunteer'), await setStanding('member'), await setStanding('lead')]).toEqual([
      [],
      ['Later'],
      ['Later'],
    ]);
  });

  test('does not see a shift at its first-timer limit, unless they have helped before', async () => {
    const { cookie, email, chapterId } = await ana();
    const { id } = await openShift({ chapterId, title: 'Two newcomers' });
    await app.db.query('UPDATE events.shift SET most_first_timers = 1 WHERE id = $1', [id]);
    expect(await findTitles({}, cookie)).toEqual(['Two newcomers']);
    await aSignup(app.db, { shiftId: id });
    expect(await findTitles({}, cookie)).toEqual([]);
    const pastShift = await aShift(app.db, { event: { startsAt: new Date(Date.now() - 90 * 86_400_000) } });
    const pastSignup = await aSignup(app.db, { shiftId: pastShift.id, email });
    await app.db.query(`UPDATE events.signup SET status = 'completed' WHERE id = $1`, [pastSignup.id]);
    expect(await findTitles({ filter: { anyChapter: true }, first: 100 }, cookie)).toContain('Two newcomers');
  });

  test('pages through all shifts exactly once, across both groups', async () => {
    const { cookie, chapterId } = await ana();
    for (const [n, skill] of [undefined, 'Driving', undefined, 'Cooking', undefined].entries()) {
      await openShift({ chapterId, title: `Shift ${n}`, startsAt: weekdayAt(n + 1, 9) }, { ...(skill && { skill }) });
    }
    const seenIds: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await findShifts({ first: 2, after }, cookie);
      const page: Answer['eligibleShifts'] = data.eligibleShifts;
      expect(page.totalCount).toBe(5);
      seenIds.push(...page.edges.map(({ node }) => node.event.title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seenIds).size).toBe(5);
    expect(seenIds.slice(0, 3).every((title) => ['Shift 0', 'Shift 2', 'Shift 4'].includes(title))).toBe(true);
    expect(seenIds).toHaveLength(5);
  });
});

describe('columns that a shift copies from its event', () => {
  test('follow the event when it is published, moved to another chapter, or canceled', async () => {
    const [homeChapter, otherChapter] = [await aChapter(app.db), await aChapter(app.db)];
    const { id, eventId } = await openShift({ chapterId: homeChapter.id, title: 'Moves', status: 'draft' });
    const countMatches = async (slug: string) => (await findTitles({ filter: { chapter: slug } })).length;
    expect(await countMatches(homeChapter.slug)).toBe(0);
    await app.db.query(`UPDATE events.event SET status = 'published' WHERE id = $1`, [eventId]);
    expect(await countMatches(homeChapter.slug)).toBe(1);
    await app.db.query('UPDATE events.event SET chapter_id = $2, place = $3, languages = $4 WHERE id = $1', [
      eventId,
      otherChapter.id,
      'Somewhere, CA 90012',
      ['es'],
    ]);
    expect([await countMatches(homeChapter.slug), await countMatches(otherChapter.slug)]).toEqual([0, 1]);
    const [shift] = await app.db.query('SELECT postcode, languages FROM events.shift WHERE id = $1', [id]);
    expect(shift).toEqual({ postcode: '90012', languages: ['es'] });
    await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [eventId]);
    expect(await countMatches(otherChapter.slug)).toBe(0);
  });
});
