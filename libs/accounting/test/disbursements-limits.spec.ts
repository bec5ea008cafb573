import pg from 'pg';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { campaignOperations as does, Desk } from '@upstander/tests/support/campaigns.js';
import {
  type ShownDisbursement,
  disbursementInput,
  disbursementOperations,
  disbursementSteps,
} from '@upstander/tests/support/disbursements.js';
import { balancesOf } from '@upstander/tests/support/gifts.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now);
});
afterAll(() => desk.close());
beforeEach(() => desk.moveTo(now));

const { record, approve } = disbursementOperations;
const { createFunded: funded, recorded } = disbursementSteps(() => desk, now);

describe('two concurrent approvals', () => {
  /** Starts both approvals at the same time and returns how many succeeded. */
  async function raceDisbursements(
    prepare: () => Promise<() => Promise<void>> = async () => async () => undefined,
  ): Promise<{ approved: number; disbursed: number; net: number }> {
    const campaign = await funded(10_000);
    // Each fits alone. Approval checks booked amounts, not pending ones.
    const payments = [await recorded(campaign.id, 6_000), await insertSecond(campaign.id, 6_000)];
    const meanwhile = await prepare();
    const deciding = Promise.all(
      payments.map(({ id }, i) => desk.refusal(i === 0 ? 'second' : 'admin', approve, { input: { id } })),
    );
    await meanwhile();
    const answers = await deciding;
    const { disbursed = 0 } = await balancesOf(desk.app.db, campaign.id);
    return { approved: answers.filter((code) => code === null).length, disbursed, net: campaign.disbursable };
  }

  /** Inserts a disbursement directly, as if two had been recorded at the same moment. */
  async function insertSecond(campaignId: string, amount: number): Promise<{ id: string }> {
    const [row] = await desk.app.db.query<{ id: string }>(
      `INSERT INTO fundraising.disbursement (campaign_id, beneficiary_id, amount_minor, currency, paid_on, status, recorded_by, recorded_at)
       SELECT id, beneficiary_id, $2, currency, '2026-10-19', 'proposed', $3, $4 FROM fundraising.campaign WHERE id = $1
       RETURNING id`,
      [campaignId, amount, desk.accounts.finance.accountId, now],
    );
    return row!;
  }

  test('do not spend the same money', async () => {
    for (let n = 0; n < 5; n += 1)
      expect(await raceDisbursements()).toEqual({ approved: 1, disbursed: 6_000, net: 9_680 });
  });

  test('would spend it twice without the lock', async () => {
    // Control: the same race without the lock. An advisory lock between check and booking is released once both have
    // checked.
    const { db, config } = desk.app;
    const [whole] = await db.query<{ body: string }>(
      `SELECT pg_get_functiondef('fundraising.disbursable'::regproc) AS body`,
    );
    const door = `$function$ SELECT pg_advisory_lock_shared(4711), pg_advisory_unlock_shared(4711);\n`;
    const holder = new pg.Client({ connectionString: config.DATABASE_URL });
    await holder.connect();
    const client = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
    const asked = client.query;
    const spy = jest.spyOn(client, 'query').mockImplementation(function (this: unknown, ...args: unknown[]) {
      const lock = /(FROM fundraising\.campaign WHERE id = \$1) FOR NO KEY UPDATE/;
      const asks = args[0] as string | { text?: string };
      if (typeof asks === 'string') args[0] = asks.replace(lock, '$1');
      else if (typeof asks.text === 'string') asks.text = asks.text.replace(lock, '$1');
      return asked.apply(this, args);
    });
    try {
      const { approved, disbursed, net } = await raceDisbursements(async () => {
        await runAsOwner(desk.app, whole!.body.replace('$function$', door));
        await holder.query('SELECT pg_advisory_lock(4711)');
        return async () => {
          for (let waiting = 0; waiting < 2;) {
            const { rows } = await holder.query<{ n: number }>(
              `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
               WHERE a.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`,
            );
            waiting = rows[0]!.n;
          }
          await runAsOwner(desk.app, whole!.body);
          await holder.query('SELECT pg_advisory_unlock(4711)');
        };
      });
      expect(approved).toBe(2);
      expect(disbursed).toBeGreaterThan(net);
    } finally {
      spy.mockRestore();
      await runAsOwner(desk.app, whole!.body);
      await holder.end();
    }
  });
});

describe('overdue disbursements', () => {
  test('are listed, and finance is notified once a week', async () => {
    const ended = await funded(10_000);
    await desk.does('organizer', does.end, { input: { id: ended.id } });
    const goesOn = await funded(20_000);
    const nothing = await aCampaign(desk.app.db, { chapterId: desk.chapterId, status: 'ended', now });
    const findOverdue = async () => {
      const query = '{ overdueDisbursements { campaignId disbursable { amountMinor } dueSince } }';
      const found = await desk.does<Array<{ campaignId: string }>>('finance', query);
      return found.filter(({ campaignId }) => [ended.id, goesOn.id, nothing.id].includes(campaignId));
    };
    const overdueEmails = async () => {
      await desk.app.runJob('watch-disbursements');
      return desk.app.db.query(
        `SELECT FROM notifications.mail WHERE template = 'disbursement-overdue' AND recipient = $1 AND subject_id = ANY ($2)`,
        [desk.accounts.finance.email, [ended.id, goesOn.id, nothing.id]],
      );
    };
    await desk.moveTo('2026-11-19T17:59:00Z');
    expect(await findOverdue()).toEqual([]);
    await desk.moveTo('2026-11-19T18:00:00Z');
    expect(await findOverdue()).toEqual([
      { campaignId: ended.id, disbursable: { amountMinor: 9_680 }, dueSince: '2026-11-19T18:00:00.000Z' },
    ]);
    expect(await overdueEmails()).toHaveLength(1);
    expect(await overdueEmails()).toHaveLength(1);
    await desk.moveTo('2026-11-27T18:00:00Z');
    expect(await overdueEmails()).toHaveLength(2);
    const [mail] = await renderPendingEmails(desk.app, {
      recipient: desk.accounts.finance.email,
      template: 'disbursement-overdue',
    });
    expect(mail!.subject).toContain('Disbursement overdue');
    // A running campaign has ninety days.
    await desk.moveTo(new Date(now.valueOf() + hours(24 * 90)));
    expect((await findOverdue()).map(({ campaignId }) => campaignId)).toEqual([ended.id, goesOn.id]);
    const { id } = await desk.does<ShownDisbursement>('finance', record, disbursementInput(ended.id, 9_680));
    await desk.does('second', approve, { input: { id } });
    expect((await findOverdue()).map(({ campaignId }) => campaignId)).toEqual([goesOn.id]);
  });
});
