import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aBeneficiary, aCampaign, aPaidGift, type PaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { aTreasurer, type Staff } from '@upstander/tests/support/money-people.js';
import { anAccount } from '@upstander/tests/support/people.js';

/** Money tasks: each is shown only to staff who can act on it. */
const now = '2026-11-20T18:00:00Z';
const earlierTime = '2026-11-18T09:00:00.000Z';
let app: TestApp;
let gift: PaidGift;
let allChaptersFinance: Staff;
let here: Staff;
let otherChapterFinance: Staff;
let moderator: Staff;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
  const campaign = await aCampaign(app.db, { now: new Date(now) });
  gift = await aPaidGift(app.db, { campaignId: campaign.id, paidAt: new Date(now) });
  allChaptersFinance = await aTreasurer(app);
  here = await aTreasurer(app, campaign.chapterId);
  otherChapterFinance = await aTreasurer(app, (await aCampaign(app.db)).chapterId);
  moderator = await app.signedIn({ role: 'moderator', chapterId: campaign.chapterId });
});
afterAll(() => app.close());

interface Task {
  kind: string;
  count: number;
  oldestAt: string | null;
}
const tasksOf = async (who: Staff): Promise<Task[]> => {
  const { data, errors } = await app.graphql<{ moneyTasks: Task[] }>('{ moneyTasks { kind count oldestAt } }', {}, who);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.moneyTasks;
};
const taskOf = async (who: Staff, kind: string) => (await tasksOf(who)).find((task) => task.kind === kind) ?? null;

/** Returns a statement about the gift, its campaign, and the person who acted. */
type InsertStatement = (of: { gift: string; campaign: string; by: string }) => string;

async function make(insertStatement: InsertStatement, by?: string): Promise<void> {
  const person = by ?? (await anAccount(app.db)).id;
  await app.db.query(insertStatement({ gift: gift.id, campaign: gift.campaignId, by: person }));
}

const aRefund: InsertStatement = (of) => `INSERT INTO fundraising.refund (gift_id, amount_minor, intended_minor, status,
    requested_by, requested_at)
  VALUES ('${of.gift}', 100, 100, 'proposed', '${of.by}', '${earlierTime}')`;
const aDisbursement: InsertStatement = (
  of,
) => `INSERT INTO fundraising.disbursement (campaign_id, beneficiary_id, amount_minor,
    currency, paid_on, status, recorded_by, recorded_at)
  SELECT id, beneficiary_id, 100, 'USD', '2026-11-18', 'proposed', '${of.by}', '${earlierTime}' FROM fundraising.campaign WHERE id = '${of.campaign}'`;
const aDispute =
  (status: string, closed: string): InsertStatement =>
  (of) =>
    `INSERT INTO fundraising.dispute (gift_id, stripe_dispute_id, amount_minor, reason, status, opened_at, closed_at)
    VALUES ('${of.gift}', gen_random_uuid(), 100, 'fraudulent', '${status}', '${earlierTime}', ${closed})`;

test('returns no tasks when nothing is pending', async () => {
  expect((await tasksOf(allChaptersFinance)).filter(({ kind }) => kind !== 'TAX_NUMBER_MISSING')).toEqual([]);
  expect(await tasksOf(here)).toEqual([]);
});

describe('tasks of a chapter', () => {
  test.each<[kind: string, insertStatement: InsertStatement]>([
    ['REFUNDS_TO_APPROVE', aRefund],
    ['DISPUTES_DUE', aDispute('needs_response', 'NULL')],
    [
      'FRAUD_WARNINGS',
      (of) => `INSERT INTO fundraising.fraud_warning (stripe_warning_id, gift_id, fraud_type, warned_at)
       VALUES ('issfr_1', '${of.gift}', 'misc', '${earlierTime}')`,
    ],
    ['DISBURSEMENTS_TO_APPROVE', aDisbursement],
    [
      'PLEDGES_OVERDUE',
      (
        of,
      ) => `INSERT INTO fundraising.pledge (campaign_id, name, amount_minor, currency, due_on, status, recorded_by, recorded_at)
       VALUES ('${of.campaign}', 'Ana', 100, 'USD', '${earlierTime}'::date, 'open', '${of.by}', '${earlierTime}')`,
    ],
  ])('shows %s to finance of the chapter and of the organization', async (kind, insertStatement) => {
    await make(insertStatement);
    for (const who of [allChaptersFinance, here]) expect(await taskOf(who, kind)).toMatchObject({ count: 1 });
    expect((await taskOf(here, kind))!.oldestAt!.slice(0, 10)).toBe(earlierTime.slice(0, 10));
    for (const who of [otherChapterFinance, moderator]) expect(await taskOf(who, kind)).toBeNull();
  });

  test("shows a pledge as overdue after its due date in the fundraiser's time zone", async () => {
    const countOverdue = async () => (await taskOf(here, 'PLEDGES_OVERDUE'))?.count;
    await make(
      (of) => `INSERT INTO fundraising.pledge (campaign_id, name, amount_minor, currency, due_on, status, recorded_by,
        recorded_at) VALUES ('${of.campaign}', 'Di', 100, 'USD', '2026-11-20', 'open', '${of.by}', '${earlierTime}')`,
    );
    // 11:59 p.m. and midnight in Los Angeles.
    for (const [at, count] of [
      ['2026-11-21T07:59:00Z', 1],
      ['2026-11-21T08:00:00Z', 2],
    ] as const) {
      app.clock.set(at);
      expect([at, await countOverdue()]).toEqual([at, count]);
    }
    app.clock.set(now);
  });

  test('shows submitted campaigns to moderators too', async () => {
    const [row] = await app.db.query<{ chapter: string }>(
      'SELECT chapter_id AS chapter FROM fundraising.campaign WHERE id = $1',
      [gift.campaignId],
    );
    await aCampaign(app.db, { chapterId: row!.chapter, status: 'in_review', now: new Date(earlierTime) });
    for (const who of [allChaptersFinance, here, moderator]) {
      expect(await taskOf(who, 'CAMPAIGNS_TO_REVIEW')).toEqual({
        kind: 'CAMPAIGNS_TO_REVIEW',
        count: 1,
        oldestAt: earlierTime,
      });
    }
    expect(await taskOf(otherChapterFinance, 'CAMPAIGNS_TO_REVIEW')).toBeNull();
  });

  test('shows overdue disbursements', async () => {
    expect(await taskOf(here, 'DISBURSEMENTS_OVERDUE')).toBeNull();
    await make(
      (of) => `UPDATE fundraising.campaign SET status = 'ended', ended_at = '2026-01-01' WHERE id = '${of.campaign}'`,
    );
    expect(await taskOf(here, 'DISBURSEMENTS_OVERDUE')).toMatchObject({ count: 1 });
    expect(await taskOf(otherChapterFinance, 'DISBURSEMENTS_OVERDUE')).toBeNull();
  });
});

describe('tasks of the organization', () => {
  test('shows a missing tax number once a fundraiser is published', async () => {
    const number = (value: string | null) =>
      app.db.query(`UPDATE fundraising.beneficiary SET registration_number = $1 WHERE kind = 'own'`, [value]);
    await number(null);
    expect(await taskOf(allChaptersFinance, 'TAX_NUMBER_MISSING')).toMatchObject({ count: 1 });
    for (const who of [here, moderator]) expect(await taskOf(who, 'TAX_NUMBER_MISSING')).toBeNull();
    await number('12-3456789');
    expect(await taskOf(allChaptersFinance, 'TAX_NUMBER_MISSING')).toBeNull();
  });

  test.each<[kind: string, make: () => Promise<void>]>([
    [
      'PAYOUTS_UNCONFIRMED',
      () =>
        make(
          () => `INSERT INTO fundraising.payout (stripe_payout_id, amount_minor, currency, status, arrives_on, automatic,
          created_at) VALUES ('po_1', 100, 'USD', 'paid', '2026-11-20', true, '${earlierTime}')`,
        ),
    ],
    [
      'DISCREPANCIES',
      () =>
        make(
          () =>
            `INSERT INTO fundraising.discrepancy (kind, about, found_at) VALUES ('balance-off', 'account:bank', '${earlierTime}')`,
        ),
    ],
    [
      'BENEFICIARY_CHECKS_DUE',
      async () => {
        const { id } = await aBeneficiary(app.db, { kind: 'partner' });
        await aCampaign(app.db, { beneficiaryId: id, now: new Date(earlierTime) });
      },
    ],
  ])('shows %s only with an organization-wide role', async (kind, happen) => {
    await happen();
    expect(await taskOf(allChaptersFinance, kind)).toEqual({ kind, count: 1, oldestAt: earlierTime });
    for (const who of [here, moderator]) expect(await taskOf(who, kind)).toBeNull();
  });
});

describe('items without a task', () => {
  test("leaves out one's own proposals, and items that are decided, handled or not due", async () => {
    const counts = async (who: Staff) =>
      Object.fromEntries((await tasksOf(who)).map(({ kind, count }) => [kind, count]));
    const counted = await counts(here);
    await make(aRefund, here.accountId);
    await make(aDisbursement, here.accountId);
    await make(aDispute('under_review', 'NULL'));
    await make(aDispute('lost', `'${earlierTime}'`));
    await make(
      (of) => `INSERT INTO fundraising.fraud_warning (stripe_warning_id, gift_id, fraud_type, warned_at, handled_at)
      VALUES ('issfr_2', '${of.gift}', 'misc', '${earlierTime}', '${earlierTime}')`,
    );
    await make(
      (of) => `INSERT INTO fundraising.pledge (campaign_id, name, amount_minor, currency, due_on, status, recorded_by,
      recorded_at) VALUES ('${of.campaign}', 'Bo', 100, 'USD', '2026-12-24', 'open', '${of.by}', '${earlierTime}'),
      ('${of.campaign}', 'Cy', 100, 'USD', '2026-01-01', 'withdrawn', '${of.by}', '${earlierTime}')`,
    );
    await make(
      () => `INSERT INTO fundraising.payout (stripe_payout_id, amount_minor, currency, status, arrives_on, automatic,
      created_at) VALUES ('po_2', 100, 'USD', 'paid', '2026-11-23', true, '${earlierTime}')`,
    );
    expect(await counts(here)).toEqual(counted);
    expect(await taskOf(allChaptersFinance, 'PAYOUTS_UNCONFIRMED')).toMatchObject({ count: 1 });
    // They are tasks for the other person, who sees one more of each.
    expect(await taskOf(allChaptersFinance, 'REFUNDS_TO_APPROVE')).toMatchObject({ count: 2 });
    expect(await taskOf(allChaptersFinance, 'DISBURSEMENTS_TO_APPROVE')).toMatchObject({ count: 2 });
  });

  test('denies access to organizers', async () => {
    const organizer = await app.signedIn({ role: 'organizer' });
    expect(refusal(await app.graphql('{ moneyTasks { kind } }', {}, organizer))).toBe('NOT_ALLOWED');
  });
});
