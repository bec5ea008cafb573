import { violatedConstraint, type Tx } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { aRefund } from '@upstander/tests/support/refund-rows.js';
import { inOwnerTransaction } from '@upstander/tests/support/tampering.js';

/** Statuses of refunds and imports. The database enforces the allowed transitions. */
const nouns = {
  refund: {
    states: ['proposed', 'declined', 'requested', 'pending', 'succeeded', 'failed'],
    set: 'status = $2',
    never: ['succeeded pending', 'succeeded proposed', 'declined requested', 'proposed succeeded'],
  },
  gift_import: {
    states: ['checking', 'refused', 'checked', 'importing', 'done'],
    // The content is kept only during the check, and a rejected file has a problem code.
    set: `status = $2, content = CASE WHEN $2 = 'checking' THEN ''::bytea END,
      problem = CASE WHEN $2 = 'refused' THEN 'not-utf8' END`,
    never: ['done importing', 'checking importing', 'refused importing', 'checked done'],
  },
} as const;
type Noun = keyof typeof nouns;

let app: TestApp;
const ids = {} as Record<Noun, string>;
beforeAll(async () => {
  app = await startApp();
  await aRefund(app.db, (await aPaidGift(app.db)).id, 100);
  const { accountId } = await app.signedIn({ role: 'finance' });
  await app.db.query(
    `INSERT INTO fundraising.gift_import (file_name, sha256, rows_total, status, imported_by, created_at)
     VALUES ('gifts.csv', '\\x00', 0, 'checked', $1, now())`,
    [accountId],
  );
  for (const noun of Object.keys(nouns) as Noun[]) {
    ids[noun] = (await app.db.query<{ id: string }>(`SELECT id FROM fundraising.${noun}`))[0]!.id;
  }
});
afterAll(() => app.close());

/** Moves a row between statuses, rolls back, and returns the constraint that rejected it, if any. */
async function findRejectingConstraint(noun: Noun, from: string, to: string, guarded: boolean): Promise<string | null> {
  const undone = new Error('undone');
  let refused: string | null = null;
  const guard = (tx: Pick<Tx, 'query'>, verb: string) =>
    tx.query(`ALTER TABLE fundraising.${noun} ${verb} TRIGGER ${noun}_check_status`);
  const put = (tx: Pick<Tx, 'query'>, status: string) =>
    tx.query(`UPDATE fundraising.${noun} SET ${nouns[noun].set} WHERE id = $1`, [ids[noun], status]);
  await inOwnerTransaction(app, async (tx) => {
    await guard(tx, 'DISABLE');
    await put(tx, from);
    if (guarded) await guard(tx, 'ENABLE');
    await put(tx, to).catch((error: unknown) => (refused = violatedConstraint(error) ?? String(error)));
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return refused;
}

const pairsOf = (noun: Noun) =>
  nouns[noun].states.flatMap((from) => nouns[noun].states.filter((to) => to !== from).map((to) => [from, to] as const));

test.each(Object.keys(nouns) as Noun[])('allows exactly the documented status transitions of a %s', async (noun) => {
  const steps = await app.db.query<{ step: string }>(
    `SELECT from_status || ' ' || to_status AS step FROM platform.status_change WHERE noun = $1`,
    [noun],
  );
  const allowed = new Set(steps.map(({ step }) => step));
  const found = new Map<string, string | null>();
  for (const [from, to] of pairsOf(noun))
    found.set(`${from} ${to}`, await findRejectingConstraint(noun, from, to, true));
  for (const [step, refused] of found)
    expect([step, refused]).toEqual([step, allowed.has(step) ? null : `${noun}_step`]);
  for (const never of nouns[noun].never) expect(allowed).not.toContain(never);
});

test.each(Object.keys(nouns) as Noun[])(
  'control: allows every transition of a %s without the trigger',
  async (noun) => {
    for (const [from, to] of pairsOf(noun)) {
      expect([from, to, await findRejectingConstraint(noun, from, to, false)]).toEqual([from, to, null]);
    }
  },
);
