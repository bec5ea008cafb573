import { violatedConstraint } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent } from '@upstander/tests/support/factories.js';
import { inOwnerTransaction } from '@upstander/tests/support/tampering.js';

/** Transitions between event statuses, enforced by the database. */
const allStatuses = ['draft', 'published', 'cancelled', 'completed'] as const;
const pairs = allStatuses.flatMap((from) =>
  allStatuses.filter((to) => to !== from).map((to) => ({ from, to, pair: `${from} ${to}` })),
);
const allowedTransitions = ['draft published', 'published cancelled', 'published completed'];

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Returns the constraint that rejects each transition, with or without the trigger. */
async function refusals(guarded: boolean): Promise<Record<string, string | null>> {
  const result: Record<string, string | null> = {};
  for (const { from, to, pair } of pairs) {
    const { id } = await anEvent(app.db, { status: from });
    const rollback = new Error('undone');
    await inOwnerTransaction(app, async (tx) => {
      if (!guarded) await tx.query('ALTER TABLE events.event DISABLE TRIGGER event_check_status');
      result[pair] = await tx.query('UPDATE events.event SET status = $2 WHERE id = $1', [id, to]).then(
        () => null,
        (error: unknown) => violatedConstraint(error) ?? String(error),
      );
      throw rollback;
    }).catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  }
  return result;
}

test('rejects every transition out of canceled or completed, and back to draft', async () => {
  expect(await refusals(true)).toEqual(
    Object.fromEntries(pairs.map(({ pair }) => [pair, allowedTransitions.includes(pair) ? null : 'event_step'])),
  );
});

test('control: allows every transition without the trigger', async () => {
  expect(await refusals(false)).toEqual(Object.fromEntries(pairs.map(({ pair }) => [pair, null])));
});
