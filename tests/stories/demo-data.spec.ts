import { demoPassword, demoTotpSecret, loadDemo, logins } from '@upstander/db';
import { generate } from 'otplib';
import { startApp, type TestApp } from '../support/app.js';

type Loaded = { app: TestApp; counts: Awaited<ReturnType<typeof loadDemo>> };

const started: TestApp[] = [];
afterAll(() => Promise.all(started.map((app) => app.close())));

async function loadedAt(now: string): Promise<Loaded> {
  const app = await startApp();
  started.push(app);
  app.clock.set(now);
  return { app, counts: await loadDemo(app.db, app.clock.now(), app.config) };
}

const normalDay = '2026-11-25T01:00:00Z';

/** Loaded once, because loading takes seconds and these tests change nothing that another one reads. */
let onNormalDay: Loaded;
beforeAll(async () => {
  onNormalDay = await loadedAt(normalDay);
});

async function expectConsistent({ app, counts }: Loaded, now: string): Promise<void> {
  const count = async (sql: string): Promise<number> => {
    const [row] = await app.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`);
    return row?.n ?? -1;
  };
  expect(counts).toMatchObject({ chapters: 3, volunteers: 300 });
  const ahead = `events.event WHERE series_id IS NULL AND starts_at > '${now}'`;
  expect(await count(ahead)).toBe(40);
  expect(await count(`${ahead} AND status = 'published'`)).toBe(38);
  expect(await count(`events.series`)).toBe(3);
  expect(await count(`events.event WHERE series_id IS NOT NULL AND starts_at > '${now}'`)).toBeGreaterThan(20);
  expect(await count(`${ahead} AND starts_at < '${now}'::timestamptz + interval '7 days'`)).toBeGreaterThanOrEqual(6);
  expect(await count(`events.shift WHERE is_full AND waiting = 0`)).toBeGreaterThan(2);
  expect(await count(`events.shift WHERE waiting > 0`)).toBeGreaterThan(2);
  expect(await count(`events.signup WHERE status = 'offered' AND offer_expires_at > '${now}'`)).toBeGreaterThan(0);
  expect(await count(`events.signup WHERE proven_at IS NULL AND status = 'confirmed' AND expires_at <= '${now}'`)).toBe(
    0,
  );
  // The duplicates screen has a person recorded twice in a chapter.
  expect(
    await count(
      `volunteers.membership m JOIN volunteers.membership o ON o.chapter_id = m.chapter_id AND o.sort_name = m.sort_name
         AND o.volunteer_id > m.volunteer_id`,
    ),
  ).toBeGreaterThan(0);
  // One person requested erasure and another is under legal hold.
  const [asks] = await app.db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM identity.data_request r, identity.legal_hold h
     WHERE r.status = 'open' AND r.two_people AND h.ends_on > '${now}' AND h.email <> r.email`,
  );
  expect(asks?.n).toBe(1);
  // Every column of the board has a card.
  expect(await count(`(SELECT status FROM outreach.ask GROUP BY status) s`)).toBe(8);
  expect(await count(`outreach.directory_entry WHERE NOT made_up`)).toBe(0);
  expect(await count(`notifications.mail WHERE status IN ('failed', 'bounced')`)).toBe(3);
  // A daily summary of one email is due.
  expect(await count(`notifications.mail WHERE status = 'collected'`)).toBe(1);
  expect(await count(`notifications.mail WHERE status NOT IN ('sent', 'failed', 'bounced', 'collected')`)).toBe(1);
  expect(await count(`notifications.mail WHERE due_at > '${now}'`)).toBe(0);
  expect(await count(`events.signup WHERE created_at > '${now}'`)).toBe(0);
  expect(await count('events.signup WHERE guests > 0')).toBeGreaterThan(0);
  expect(await count('events.signup WHERE guests = 29 AND minor_guests = 27')).toBe(1);
  expect(await count(`events.shift WHERE reserved > 0 AND reserved_until > '${now}'`)).toBe(1);
  expect(
    await count(
      `events.shift s WHERE taken - reserved <> (SELECT coalesce(sum(1 + u.guests), 0) FROM events.signup u WHERE u.shift_id = s.id
           AND u.status IN ('confirmed', 'offered', 'checked_in', 'completed', 'no_show'))
         OR waiting <> (SELECT count(*) FROM events.signup u WHERE u.shift_id = s.id AND u.status = 'waitlisted')`,
    ),
  ).toBe(0);
  expect(
    await count(
      `events.event WHERE starts_at <> starts_at_local AT TIME ZONE time_zone AND time_zone <> 'America/Los_Angeles'`,
    ),
  ).toBe(0);
  // An event in progress: people present, late, a walk-in, and an upcoming shift.
  const underWay = `events.signup u JOIN events.shift s ON s.id = u.shift_id JOIN events.event e ON e.id = s.event_id
    WHERE e.status = 'published' AND s.starts_at <= '${now}' AND s.ends_at > '${now}'`;
  expect(await count(`${underWay} AND u.status IN ('checked_in', 'completed')`)).toBeGreaterThan(5);
  expect(await count(`${underWay} AND u.status = 'checked_in'`)).toBeGreaterThan(1);
  expect(await count(`${underWay} AND u.status = 'confirmed'`)).toBeGreaterThan(1);
  expect(await count(`${underWay} AND u.checked_in_at IS NOT NULL AND u.created_at > s.starts_at`)).toBeGreaterThan(0);
  expect(await count(`${underWay} AND u.checked_in_at > '${now}'`)).toBe(0);
  expect(await count(`volunteers.volunteer WHERE email::text !~ '@(example\\.org|demo\\.example)$'`)).toBe(0);
}

test(`demo data loaded at ${normalDay} is consistent`, () => expectConsistent(onNormalDay, normalDay));

// Both clock changes, a leap day, and New Year.
test.each(['2026-11-01T08:30:00Z', '2027-03-14T09:59:00Z', '2028-02-29T12:00:00Z', '2026-12-31T23:59:00Z'])(
  'demo data loaded at %s is consistent',
  async (now) => expectConsistent(await loadedAt(now), now),
);

test('is identical on every machine, and loading it twice is refused', async () => {
  const fingerprint = `SELECT md5(string_agg(t::text, '|' ORDER BY t.id)) AS print FROM
    (SELECT id, shift_id, volunteer_id, status, created_at FROM events.signup) t`;
  const { app } = onNormalDay;
  await expect(loadDemo(app.db, app.clock.now(), app.config)).rejects.toThrow('not empty');
  const { app: other } = await loadedAt(normalDay);
  expect(await other.db.query(fingerprint)).toEqual(await app.db.query(fingerprint));
});

test('its staff can sign in with the password and code', async () => {
  const { app } = onNormalDay;
  for (const { email } of logins.filter(({ role }) => ['admin', 'organizer', 'advocate'].includes(role)).slice(0, 3)) {
    const signIn = await app.graphql<{ signIn: { state: string } }>(
      'mutation ($email: EmailAddress!, $password: String!) { signIn(email: $email, password: $password) { state } }',
      { email, password: demoPassword },
    );
    expect(signIn.data.signIn.state).toBe('SECOND_STEP_NEEDED');
    const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const code = await generate({ secret: demoTotpSecret, epoch: app.clock.now().valueOf() / 1000 });
    const step = await app.graphql<{ verifySecondStep: { state: string } }>(
      'mutation ($code: String!) { verifySecondStep(code: $code) { state } }',
      { code },
      { cookie },
    );
    expect(step.errors).toBeUndefined();
    expect(step.data.verifySecondStep.state).toBe('SIGNED_IN');
  }
});

test('a search for shelter in Manhattan finds New York first, and Los Angeles only among distant results', async () => {
  const { app } = onNormalDay;
  const { data } = await app.graphql<{
    services: { edges: Array<{ node: { isNear: boolean; area: string; servedAreaNames: string[] } }> };
  }>(
    `query ($near: NearService!) {
      services(filter: { need: SHELTER }, near: $near, first: 10) { edges { node { isNear area servedAreaNames } } }
    }`,
    { near: { postcode: '10002', withinKm: 80, includeFar: true } },
  );
  const places = data.services.edges.map(({ node }) => node);
  const firstFar = places.findIndex(({ isNear }) => !isNear);
  const placesIn = (some: typeof places) =>
    some.flatMap(({ area, servedAreaNames }) => [area, ...servedAreaNames]).join();
  const [near, far] = [placesIn(places.slice(0, firstFar)), placesIn(places.slice(firstFar))];
  expect(places.slice(firstFar).filter(({ isNear }) => isNear)).toEqual([]);
  expect(near).toContain('New York City');
  expect(near).not.toContain('Los Angeles');
  expect(far).toContain('Los Angeles County');
});
