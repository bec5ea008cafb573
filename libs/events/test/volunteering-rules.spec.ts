import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift } from '@upstander/tests/support/factories.js';

const fields = `version reminderDayBeforeAt reminderSameDayAt unconfirmedHours offerHours handOverHours guestsPerSignup checkInMinutes
  screeningWaitDays signupKeptDays messageKeptDays history { changedBy changes { field before after } }`;
const query = `{ volunteeringRules { ${fields} } }`;
const update = `mutation ($input: VolunteeringInput!, $version: Int!) {
  updateVolunteeringRules(input: $input, version: $version) { ${fields} } }`;

const now = new Date('2026-11-30T20:00:00Z');
const given = {
  reminderDayBeforeAt: '11:00',
  reminderSameDayAt: '08:00',
  unconfirmedHours: 24,
  offerHours: 24,
  handOverHours: 72,
  checkInMinutes: 15,
  screeningWaitDays: 5,
  signupKeptDays: 1095,
  messageKeptDays: 730,
};

interface Rules {
  version: number;
  history: Array<{ changedBy: string | null; changes: object[] }>;
}

let app: TestApp;
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  admin = await app.signedIn({ role: 'admin', name: 'Ana Reyes' });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(now));

const find = async () => (await app.graphql<{ volunteeringRules: Rules }>(query, {}, admin)).data.volunteeringRules;
const save = async (
  input: object,
  { version, person = admin }: { version?: number; person?: { cookie: string } } = {},
) =>
  app.graphql<{ updateVolunteeringRules: Rules }>(
    update,
    { input: { ...given, ...input }, version: version ?? (await find()).version },
    person,
  );
const shiftAt = async (startsAt: string) => {
  const start = new Date(startsAt);
  const times = { startsAt: start, endsAt: new Date(start.valueOf() + 10_800_000) };
  const event = await anEvent(app.db, { ...times, timeZone: 'America/Los_Angeles' });
  const { id } = await aShift(app.db, { eventId: event.id, ...times });
  await app.db.query(
    `INSERT INTO events.shift_due (shift_id, kind, due_at, until) VALUES
       ($1, 'day-before', (($2::timestamptz AT TIME ZONE 'America/Los_Angeles')::date - 1 + time '11:00') AT TIME ZONE 'America/Los_Angeles', $2)`,
    [id, start],
  );
  return id;
};
const reminders = async (id: string) =>
  (
    await app.db.query<{ due: string }>(
      `SELECT to_char(due_at AT TIME ZONE 'America/Los_Angeles', 'MM-DD HH24:MI') AS due
       FROM events.shift_due WHERE shift_id = $1 AND kind <> 'thank-you' ORDER BY due_at`,
      [id],
    )
  ).map(({ due }) => due);

test('starts with the environment’s values and records who changed what', async () => {
  expect(await find()).toMatchObject({ ...given, version: 0, history: [] });
  const { data } = await save({ offerHours: 12 });
  expect(data.updateVolunteeringRules).toMatchObject({
    offerHours: 12,
    version: 1,
    history: [{ changedBy: 'Ana Reyes', changes: [{ field: 'offerHours', before: '24', after: '12' }] }],
  });
  expect(app.config.OFFER_HOURS).toBe(12);
});

test('moves the reminders of shifts that start in more than two days', async () => {
  const [soon, later] = [await shiftAt('2026-12-01T20:00:00Z'), await shiftAt('2026-12-05T20:00:00Z')];
  const before = await reminders(soon);
  expect(refusal(await save({ reminderDayBeforeAt: '17:30', reminderSameDayAt: '07:00' }))).toBeNull();
  expect(await reminders(later)).toEqual(['12-04 17:30', '12-05 07:00']);
  expect(await reminders(soon)).toEqual(before);
});

test.each(['organizer', 'finance', 'moderator'] as const)('hides the rules from the role %s', async (role) => {
  const person = await app.signedIn({ role });
  expect(refusal(await app.graphql(query, {}, person))).toBe('NOT_ALLOWED');
  expect(refusal(await save({ offerHours: 1 }, { version: 0, person }))).toBe('NOT_ALLOWED');
});

test('refuses to overwrite what another admin saved meanwhile', async () => {
  const { version } = await find();
  await save({ handOverHours: 48 }, { version });
  const answer = await save({ handOverHours: 96 }, { version });
  expect(refusal(answer)).toBe('CHANGED_MEANWHILE');
  expect(answer.errors![0]!.extensions.details).toMatchObject({ values: { handOverHours: 48 } });
});

test.each([
  ['screeningWaitDays', 4, 'out-of-range'],
  ['signupKeptDays', 30, 'out-of-range'],
  ['offerHours', 0, 'out-of-range'],
  ['reminderSameDayAt', '05:00', 'not-a-reminder-time'],
])('refuses %s outside its bounds at its field', async (field, value, reason) => {
  const answer = await save({ [field]: value });
  expect(answer.errors![0]!.extensions.details).toMatchObject({ fields: { [field]: reason } });
});
