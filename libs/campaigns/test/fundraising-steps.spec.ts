import { violatedConstraint } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPage } from '@upstander/tests/support/factories.fundraising.js';
import { inOwnerTransaction } from '@upstander/tests/support/tampering.js';

/** Statuses and transitions of pages, updates and pledges. The database enforces them. */
const nouns = {
  page: {
    states: ['unconfirmed', 'in_review', 'live', 'hidden'],
    ways: ['unconfirmed in_review', 'in_review live', 'in_review hidden', 'live hidden', 'hidden live'],
  },
  update: {
    states: ['in_review', 'published', 'hidden'],
    ways: ['in_review published', 'in_review hidden', 'published hidden', 'hidden published'],
  },
  pledge: { states: ['open', 'kept', 'withdrawn'], ways: ['open kept', 'open withdrawn'] },
} as const;
type Noun = keyof typeof nouns;

let app: TestApp;
let accountId: string;
beforeAll(async () => {
  app = await startApp();
  ({ accountId } = await app.signedIn());
});
afterAll(() => app.close());

async function createRow(noun: Noun, status: string): Promise<string> {
  const { id: campaignId } = await aCampaign(app.db);
  if (noun === 'page') return (await aPage(app.db, { campaignId, status: status as 'live' })).id;
  const sql =
    noun === 'update'
      ? `INSERT INTO fundraising.update (campaign_id, title, body, author_name, status, written_at, published_at)
         VALUES ($1, 'News', 'All is well.', 'Ana', $2, $3, $3) RETURNING id`
      : `INSERT INTO fundraising.pledge (campaign_id, name, amount_minor, currency, status, recorded_by, recorded_at)
         VALUES ($1, 'Ana', 500, 'USD', $2, $4, $3) RETURNING id`;
  const values = [campaignId, status, app.clock.now(), ...(noun === 'pledge' ? [accountId] : [])];
  const [row] = await app.db.query<{ id: string }>(sql, values);
  return row!.id;
}

/** Returns the constraint that rejects each transition, with or without the trigger. */
async function refusals(noun: Noun, guarded: boolean): Promise<Record<string, string | null>> {
  const rejections: Record<string, string | null> = {};
  const { states } = nouns[noun];
  for (const from of states) {
    for (const to of states.filter((state) => state !== from)) {
      const id = await createRow(noun, from);
      const undone = new Error('undone');
      await inOwnerTransaction(app, async (tx) => {
        if (!guarded) await tx.query(`ALTER TABLE fundraising.${noun} DISABLE TRIGGER ${noun}_check_status`);
        rejections[`${from} ${to}`] = await tx
          .query(`UPDATE fundraising.${noun} SET status = $2 WHERE id = $1`, [id, to])
          .then(
            () => null,
            (error: unknown) => violatedConstraint(error) ?? String(error),
          );
        throw undone;
      }).catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    }
  }
  return rejections;
}

describe.each(Object.keys(nouns) as Noun[])('the status of a %s', (noun) => {
  test('follows only the allowed transitions', async () => {
    const rejections = await refusals(noun, true);
    const ways: readonly string[] = nouns[noun].ways;
    expect(rejections).toEqual(
      Object.fromEntries(Object.keys(rejections).map((pair) => [pair, ways.includes(pair) ? null : `${noun}_step`])),
    );
  });

  test('control: allows every transition without the trigger', async () => {
    expect(Object.values(await refusals(noun, false)).filter(Boolean)).toEqual([]);
  });
});
