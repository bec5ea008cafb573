import { refusal, startApp, type TestApp } from '../support/app.js';
import { aBusiness, addAllEvidence } from '../support/businesses.js';
import { aCampaign, aPaidGift } from '../support/factories.fundraising.js';
import { days } from '../support/movable-clock.js';
import { actAsStaff } from '../support/business-operations.js';

/** One person with two accounts tries to act as the two people that a rule requires. */
type Someone = Awaited<ReturnType<TestApp['signedIn']>>;
type Make = (master: Someone, puppet: Someone) => Promise<unknown>;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const now = new Date('2026-11-20T18:00:00Z');
const ago = (count: number) => new Date(now.valueOf() - days(count));

const puppets: Array<[string, Make]> = [
  ['an account created yesterday', (_, { accountId }) => setCreatedAt(accountId, ago(1))],
  [
    'a person and an account they created three weeks ago',
    async (master, puppet) => {
      await setCreatedAt(puppet.accountId, ago(21));
      await app.db.query('UPDATE identity.account SET created_by = $2 WHERE id = $1', [
        puppet.accountId,
        master.accountId,
      ]);
    },
  ],
  [
    'a person and an old account they granted the role three weeks ago',
    (master, puppet) =>
      app.db.query('UPDATE identity."grant" SET granted_by = $2, created_at = $3 WHERE account_id = $1', [
        puppet.accountId,
        master.accountId,
        ago(21),
      ]),
  ],
  [
    'two accounts created by the same person three weeks ago',
    async (master, puppet) => {
      const { accountId } = await app.signedIn({ role: 'admin' });
      for (const each of [master, puppet]) {
        await setCreatedAt(each.accountId, ago(21));
        await app.db.query('UPDATE identity.account SET created_by = $2 WHERE id = $1', [each.accountId, accountId]);
      }
    },
  ],
];

const setCreatedAt = (id: string, at: Date) =>
  app.db.query('UPDATE identity.account SET created_at = $2 WHERE id = $1', [id, at]);

/** Each returns the refusal code for the second person, and the result of the database constraint alone. */
const rules: Record<string, (first: Someone, second: Someone) => Promise<[string | null, string | null]>> = {
  'a refund above the limit': async (first, second) => {
    const gift = await aPaidGift(app.db, { intendedMinor: 90_000, paidAt: ago(2) });
    const input = { giftId: gift.id, reason: 'REQUESTED_BY_DONOR', idempotencyKey: gift.id };
    const requested = await app.graphql<{ refundGift: { refund: { id: string } } }>(
      'mutation ($input: RefundGiftInput!) { refundGift(input: $input) { refund { id status } } }',
      { input },
      first,
    );
    const { id } = requested.data.refundGift.refund;
    const yes = 'mutation ($input: ApproveRefundInput!) { approveRefund(input: $input) { refund { id } } }';
    return [
      refusal(await app.graphql(yes, { input: { id } }, second)),
      await violatedConstraint(
        `UPDATE fundraising.refund SET status = 'requested', decided_by = $2, decided_at = $3 WHERE id = $1`,
        [id, second.accountId, now],
      ),
    ];
  },
  'a disbursement': async (first, second) => {
    const { id: campaignId } = await aCampaign(app.db, { now: ago(10) });
    await aPaidGift(app.db, { campaignId, intendedMinor: 10_000, paidAt: ago(5) });
    const amount = { amountMinor: 5_000, currency: 'USD' };
    const recorded = await app.graphql<{ recordDisbursement: { id: string } }>(
      'mutation ($input: RecordDisbursementInput!) { recordDisbursement(input: $input) { id } }',
      { input: { campaignId, amount, paidOn: '2026-11-19', reference: 'Wire 17' } },
      first,
    );
    const { id } = recorded.data.recordDisbursement;
    const yes = 'mutation ($input: DisbursementIdInput!) { approveDisbursement(input: $input) { id } }';
    return [
      refusal(await app.graphql(yes, { input: { id } }, second)),
      await violatedConstraint(
        `UPDATE fundraising.disbursement SET status = 'approved', decided_by = $2, decided_at = $3 WHERE id = $1`,
        [id, second.accountId, now],
      ),
    ];
  },
  'a business': async (first, second) => {
    const { id } = await aBusiness(app.db, { status: 'in_review' });
    await addAllEvidence(app.db, id, now);
    const one = await actAsStaff(app, first, 'approveBusiness', { id });
    const two = await actAsStaff(app, second, 'approveBusiness', { id });
    await app.db.query(
      `INSERT INTO opportunities.approval (business_id, round, account_id, approved_at)
       SELECT b.id, b.round, a.id, $2 FROM opportunities.business b, identity.account a
       WHERE b.id = $1 AND a.id = ANY ($3::uuid[]) ON CONFLICT DO NOTHING`,
      [id, now, [first.accountId, second.accountId]],
    );
    return [
      one.code ?? two.code,
      await violatedConstraint(
        `UPDATE opportunities.business SET status = 'approved', approved_until = '2030-01-01' WHERE id = $1`,
        [id],
      ),
    ];
  },
};

describe.each(puppets)('%s', (_, make) => {
  test.each(Object.keys(rules))('cannot approve %s together', async (rule) => {
    app.clock.set(now);
    const [master, puppet] = [await app.signedIn({ role: 'admin' }), await app.signedIn({ role: 'admin' })];
    await make(master, puppet);
    const [refused, constraint] = await rules[rule]!(master, puppet);
    expect(refused).toBe('NOT_TWO_PEOPLE');
    expect(constraint).toBe(rule === 'a business' ? 'business_two_people' : 'money_two_people');
  });
});

test('an account created yesterday cannot give even the first approval of a business', async () => {
  app.clock.set(now);
  const puppet = await app.signedIn({ role: 'moderator' });
  await setCreatedAt(puppet.accountId, ago(1));
  const { id } = await aBusiness(app.db, { status: 'in_review' });
  await addAllEvidence(app.db, id, now);
  expect((await actAsStaff(app, puppet, 'approveBusiness', { id })).code).toBe('NOT_TWO_PEOPLE');
  expect(await app.db.query('SELECT FROM opportunities.approval WHERE business_id = $1', [id])).toEqual([]);
});

test.each(Object.keys(rules))('two established people can approve %s', async (rule) => {
  app.clock.set(now);
  const [one, two] = [await app.signedIn({ role: 'admin' }), await app.signedIn({ role: 'admin' })];
  const [refused] = await rules[rule]!(one, two);
  expect(refused).toBeNull();
});

async function violatedConstraint(sql: string, params: unknown[]): Promise<string | null> {
  return app.db.query(sql, params).then(
    () => null,
    (error: { constraint?: string }) => error.constraint ?? 'another fault',
  );
}
