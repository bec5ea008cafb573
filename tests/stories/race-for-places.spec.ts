import { startApp, type TestApp } from '../support/app.js';
import { aShift } from '../support/factories.js';

const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }`;
type Answer = { signUp: { signup: { id: string; status: string; position: number | null } } };

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('two hundred people and ten places', () => {
  test('ten get a place, the others stand in line in order, and nobody is lost', async () => {
    const shift = await aShift(app.db, { capacity: 10 });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        app.graphql<Answer>(signUp, {
          input: { shiftId: shift.id, name: `Person ${i}`, email: `person-${i}@example.org` },
        }),
      ),
    );
    const told = answers.map(({ data }) => data.signUp.signup);
    expect(told.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(10);
    const positions = told.filter(({ status }) => status === 'WAITLISTED').map(({ position }) => position);
    expect(positions.sort((a, b) => a! - b!)).toEqual(Array.from({ length: 190 }, (_, i) => i + 1));

    const kept = await app.db.query<{ id: string; status: string; line_number: string | null }>(
      'SELECT id, status, line_number FROM events.signup WHERE shift_id = $1',
      [shift.id],
    );
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(told.map(({ id }) => id)));
    const [counters] = await app.db.query('SELECT taken, waiting FROM events.shift WHERE id = $1', [shift.id]);
    expect(counters).toEqual({ taken: 10, waiting: 190 });
  });

  test('everybody gets the one mail that says what they got', async () => {
    const shift = await aShift(app.db, { capacity: 2 });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        app.graphql(signUp, { input: { shiftId: shift.id, name: `Person ${i}`, email: `mail-${i}@example.org` } }),
      ),
    );
    const mails = await app.db.query(
      `SELECT m.template, s.status, count(*)::int AS n FROM notifications.mail m
       JOIN events.signup s ON s.id = m.subject_id WHERE s.shift_id = $1 GROUP BY 1, 2 ORDER BY 1`,
      [shift.id],
    );
    expect(mails).toEqual([
      { template: 'signup-confirm', status: 'confirmed', n: 2 },
      { template: 'signup-waitlisted', status: 'waitlisted', n: 18 },
    ]);
  });

  test('nobody gets a place after somebody else was put in line', async () => {
    const shift = await aShift(app.db, { capacity: 5 });
    const order: string[] = [];
    await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const input = { shiftId: shift.id, name: `Person ${i}`, email: `order-${i}@example.org` };
        order.push((await app.graphql<Answer>(signUp, { input })).data.signUp.signup.status);
      }),
    );
    const late = await app.graphql<Answer>(signUp, {
      input: { shiftId: shift.id, name: 'Late', email: 'late@example.org' },
    });
    expect(late.data.signUp.signup).toMatchObject({ status: 'WAITLISTED', position: 56 });
    const [row] = await app.db.query<{ gap: boolean }>(
      `SELECT bool_or(c.xmin::text::bigint > w.xmin::text::bigint) AS gap FROM events.signup c, events.signup w
       WHERE c.shift_id = $1 AND w.shift_id = $1 AND c.status = 'confirmed' AND w.status = 'waitlisted'`,
      [shift.id],
    );
    expect(row).toEqual({ gap: false });
    expect(order.filter((status) => status === 'CONFIRMED')).toHaveLength(5);
  });
});
