import { aPaidGift, postAll } from '@upstander/tests/support/factories.fundraising.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { Desk } from '@upstander/tests/support/campaigns.js';
import {
  type ShownDisbursement,
  disbursementInput,
  disbursementOperations,
  disbursementSteps,
} from '@upstander/tests/support/disbursements.js';
import { balancesOf } from '@upstander/tests/support/gifts.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now);
});
afterAll(() => desk.close());
beforeEach(() => desk.moveTo(now));

const { record, approve, refuse } = disbursementOperations;
const { disbursable, createFunded: funded, recorded } = disbursementSteps(() => desk, now);
const aReceiptOfTransfer = async (): Promise<string> => {
  const [file] = await desk.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.file (purpose, media_type, sha256, bytes, created_at)
     VALUES ('evidence', 'application/pdf', '\\x00', '\\x00', now()) RETURNING id`,
  );
  return file!.id;
};

describe('a disbursement', () => {
  test('is recorded by one person, approved by another, then booked and shown publicly', async () => {
    const campaign = await funded(10_000);
    expect(campaign.disbursable).toBe(10_000 - 320);
    const payment = await recorded(campaign.id, 5_000);
    expect(payment).toMatchObject({
      status: 'PROPOSED',
      amount: { amountMinor: 5_000, currency: 'USD' },
      recordedBy: 'Fay Lin',
      decidedBy: null,
      beneficiaryName: "Women's Rights Group",
    });
    // Nothing is booked or public before the approval.
    expect(await balancesOf(desk.app.db, campaign.id)).not.toHaveProperty('disbursed');
    const showWaterfall = () =>
      desk.does(
        'nobody',
        `query ($slug: String!) { campaign(slug: $slug) { waterfall {
        net { amountMinor } disbursed { amountMinor } held { amountMinor }
        disbursements { amount { amountMinor } paidOn beneficiaryName } } } }`,
        { slug: campaign.slug },
      );
    expect(await showWaterfall()).toMatchObject({ waterfall: { disbursed: { amountMinor: 0 }, disbursements: [] } });

    expect(await desk.does<ShownDisbursement>('second', approve, { input: { id: payment.id } })).toMatchObject({
      status: 'APPROVED',
      decidedBy: 'Sol Ortiz',
    });
    expect(await balancesOf(desk.app.db, campaign.id)).toMatchObject({ disbursed: 5_000, bank: -5_000 });
    expect(await showWaterfall()).toEqual({
      waterfall: {
        net: { amountMinor: 9_680 },
        disbursed: { amountMinor: 5_000 },
        held: { amountMinor: 4_680 },
        disbursements: [
          { amount: { amountMinor: 5_000 }, paidOn: '2026-10-19', beneficiaryName: "Women's Rights Group" },
        ],
      },
    });
    await desk.does<ShownDisbursement>('admin', approve, { input: { id: payment.id } });
    expect(await balancesOf(desk.app.db, campaign.id)).toMatchObject({ disbursed: 5_000 });
  });

  test('needs a second person, which the database enforces too', async () => {
    const campaign = await funded(10_000);
    const { id } = await recorded(campaign.id, 1_000);
    expect(await desk.refusal('finance', approve, { input: { id } })).toBe('SECOND_PERSON_NEEDED');
    expect(await desk.refusal('finance', refuse, { input: { id, note: 'No' } })).toBe('SECOND_PERSON_NEEDED');
    const decide = (by: string) =>
      desk.app.db.query(
        `UPDATE fundraising.disbursement SET status = 'approved', decided_by = $2, decided_at = $3 WHERE id = $1`,
        [id, by, now],
      );
    await expect(decide(desk.accounts.finance.accountId)).rejects.toMatchObject({ constraint: 'second_person' });
    await decide(desk.accounts.second.accountId);
    await expect(decide(desk.accounts.admin.accountId)).rejects.toMatchObject({ constraint: 'append_only' });
  });

  test('cannot exceed the available funds', async () => {
    const campaign = await funded(10_000, 2_500);
    const over = await desk.asks<ShownDisbursement>(
      'finance',
      record,
      disbursementInput(campaign.id, campaign.disbursable + 1),
    );
    expect(over.errors?.[0]?.extensions).toMatchObject({
      code: 'ABOVE_SETTLED_NET',
      details: { disbursable: { amountMinor: String(campaign.disbursable), currency: 'USD' } },
    });
    const all = await recorded(campaign.id, campaign.disbursable);
    // Pending disbursements reduce the available amount.
    expect(await desk.refusal('finance', record, disbursementInput(campaign.id, 1))).toBe('ABOVE_SETTLED_NET');
    await desk.does('second', approve, { input: { id: all.id } });
    expect(await disbursable(campaign.id)).toBe(0);
    expect(await desk.refusal('finance', record, disbursementInput(campaign.id, 1))).toBe('ABOVE_SETTLED_NET');
  });

  test('cannot use charges with unknown fees or unpaid matches', async () => {
    const campaign = await funded(10_000);
    await aPaidGift(desk.app.db, { campaignId: campaign.id, intendedMinor: 4_000, feeMinor: null });
    expect(await disbursable(campaign.id)).toBe(campaign.disbursable);
    const currency = 'USD';
    const pool = campaign.id;
    const promiseItem = (kind: string, amount: number) => ({ kind, owner: campaign.id, currency, amount });
    await postAll(desk.app.db, now, [
      {
        kind: 'match',
        ref: `match:${pool}:1`,
        subject: null,
        postings: [
          { kind: 'matching-receivable', owner: pool, currency, amount: 3_000 },
          promiseItem('matched-promised', -3_000),
        ],
      },
    ]);
    expect(await disbursable(campaign.id)).toBe(campaign.disbursable);
    await postAll(desk.app.db, now, [
      {
        kind: 'sponsor-payment',
        ref: `sponsor:${pool}:1`,
        subject: null,
        postings: [
          { kind: 'bank', owner: null, currency, amount: 3_000 },
          { kind: 'matching-receivable', owner: pool, currency, amount: -3_000 },
          promiseItem('matched-promised', 3_000),
          promiseItem('matched-received', -3_000),
        ],
      },
    ]);
    expect(await disbursable(campaign.id)).toBe(campaign.disbursable + 3_000);
    // Cash has no fee.
    await aPaidGift(desk.app.db, { campaignId: campaign.id, intendedMinor: 700, method: 'cash' });
    expect(await disbursable(campaign.id)).toBe(campaign.disbursable + 3_700);
  });

  test('cannot be approved after a refund has reduced the funds', async () => {
    const campaign = await funded(10_000);
    const { id } = await recorded(campaign.id, campaign.disbursable);
    const currency = 'USD';
    await postAll(desk.app.db, now, [
      {
        kind: 'refund',
        ref: `refund:re_${campaign.id}`,
        subject: null,
        postings: [
          { kind: 'refunded', owner: campaign.id, currency, amount: 1 },
          { kind: 'stripe-balance', owner: null, currency, amount: -1 },
        ],
      },
    ]);
    expect(await desk.refusal('second', approve, { input: { id } })).toBe('ABOVE_SETTLED_NET');
    const refused = await desk.does<ShownDisbursement>('second', refuse, {
      input: { id, note: 'A refund came first.' },
    });
    expect(refused).toMatchObject({ status: 'REFUSED', refusalNote: 'A refund came first.', decidedBy: 'Sol Ortiz' });
    expect(await desk.refusal('second', approve, { input: { id } })).toBe('DISBURSEMENT_DECIDED');
  });

  test('accepts the receipt of transfer later, but only once and not after it was declined', async () => {
    const add = `mutation ($input: AddDisbursementEvidenceInput!) { addDisbursementEvidence(input: $input) {
      evidenceUrl evidenceAddedBy evidenceAddedAt status } }`;
    const campaign = await funded(10_000);
    const payment = await recorded(campaign.id, 1_000);
    await desk.does('second', approve, { input: { id: payment.id } });
    const file = await aReceiptOfTransfer();
    const paper = { input: { id: payment.id, evidenceFileId: file } };
    expect(await desk.does<ShownDisbursement>('finance', add, paper)).toEqual({
      status: 'APPROVED',
      evidenceUrl: expect.stringContaining(file) as string,
      evidenceAddedBy: 'Fay Lin',
      evidenceAddedAt: now.toISOString(),
    });
    // Repeating it has no effect, another file is rejected, and the database enforces both.
    expect(await desk.does<ShownDisbursement>('finance', add, paper)).toMatchObject({ evidenceAddedBy: 'Fay Lin' });
    const other = { input: { id: payment.id, evidenceFileId: await aReceiptOfTransfer() } };
    expect(await desk.refusal('finance', add, other)).toBe('EVIDENCE_THERE');
    for (const change of [
      `evidence_file_id = '${other.input.evidenceFileId}'`,
      'amount_minor = 1',
      `reference = 'Wire 18'`,
    ]) {
      await expect(
        desk.app.db.query(`UPDATE fundraising.disbursement SET ${change} WHERE id = $1`, [payment.id]),
      ).rejects.toThrow('stay as they are');
    }
    const wrong = { input: { id: payment.id, evidenceFileId: campaign.id } };
    expect(await desk.faults('finance', add, wrong)).toEqual({ evidenceFileId: 'not-evidence' });

    const refused = await recorded(campaign.id, 1_000);
    await desk.does('second', refuse, { input: { id: refused.id, note: 'Not ours.' } });
    expect(
      await desk.refusal('finance', add, { input: { id: refused.id, evidenceFileId: await aReceiptOfTransfer() } }),
    ).toBe('DISBURSEMENT_DECIDED');
  });

  test('reports all invalid fields', async () => {
    const campaign = await funded(10_000);
    const wrong: Array<[object, unknown]> = [
      [{ paidOn: '2026-10-21' }, { paidOn: 'in-the-future' }],
      [{ amount: { amountMinor: 0, currency: 'USD' } }, { amount: 'not-positive' }],
      [{ amount: { amountMinor: 5, currency: 'EUR' } }, { amount: 'other-currency' }],
      [{ evidenceFileId: campaign.id }, { evidenceFileId: 'not-evidence' }],
      [{ reference: 'x'.repeat(201) }, { reference: 'too-long' }],
    ];
    for (const [parts, faults] of wrong) {
      expect(await desk.faults('finance', record, disbursementInput(campaign.id, 100, parts))).toEqual(faults);
    }
  });

  test('is recorded once per idempotency key', async () => {
    const campaign = await funded(10_000);
    const once = disbursementInput(campaign.id, 1_000, { idempotencyKey: `pay-${campaign.id}` });
    const first = await desk.does<ShownDisbursement>('finance', record, once);
    expect((await desk.does<ShownDisbursement>('finance', record, once)).id).toBe(first.id);
    const more = disbursementInput(campaign.id, 2_000, { idempotencyKey: `pay-${campaign.id}` });
    expect(await desk.refusal('finance', record, more)).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('is limited to finance and to its own chapters', async () => {
    const campaign = await funded(10_000);
    const { id } = await recorded(campaign.id, 100);
    for (const who of ['organizer', 'moderator'] as const) {
      expect(await desk.refusal(who, record, disbursementInput(campaign.id, 100))).toBe('NOT_ALLOWED');
      expect(await desk.refusal(who, approve, { input: { id } })).toBe('NOT_ALLOWED');
    }
    const elsewhere = await aChapter(desk.app.db, { name: 'Fresno' });
    const { cookie } = await desk.app.signedIn({ role: 'finance', chapterId: elsewhere.id });
    const ask = async (query: string, variables: object) =>
      (await desk.app.graphql(query, variables as Record<string, unknown>, { cookie })).errors?.[0]?.extensions.code;
    expect(await ask(record, disbursementInput(campaign.id, 100))).toBe('NOT_FOUND');
    expect(await ask(approve, { input: { id } })).toBe('NOT_FOUND');
    expect(await ask(refuse, { input: { id, note: 'No' } })).toBe('NOT_FOUND');
    const list = 'query { disbursements(first: 50) { totalCount edges { node { id } } } }';
    const otherChapter = await desk.app.graphql<{ disbursements: { totalCount: number } }>(list, {}, { cookie });
    expect(otherChapter.data.disbursements.totalCount).toBe(0);
    const { data } = await desk.asks<{ edges: Array<{ node: { id: string } }> }>('finance', list);
    expect(data['disbursements']!.edges.map(({ node }) => node.id)).toContain(id);
  });

  test('notifies the other people who may approve it', async () => {
    const campaign = await funded(10_000);
    await recorded(campaign.id, 1_234);
    const mails = (await renderPendingEmails(desk.app, { template: 'disbursement-proposed' })).filter(({ text }) =>
      text.includes('$12.34'),
    );
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
      [desk.accounts.second.email, desk.accounts.admin.email].sort(),
    );
    expect(mails[0]!.text).toContain('Fay Lin recorded that $12.34');
  });
});
