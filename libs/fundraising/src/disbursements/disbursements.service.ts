import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { Ledger, money, positiveAmount } from '@upstander/ledger';
import {
  badInput,
  Clock,
  Database,
  dayIn,
  isUuid,
  Refusal,
  type Tx,
  typedKey,
  typedLine,
  typedText,
} from '@upstander/platform';
import { plain } from '../offline/plain.js';
import { DisbursementReads } from './disbursement-reads.js';
import { holdDisbursement, holdMoney } from './disbursement-store.js';
import { DisbursementTools } from './disbursement-tools.js';
import type {
  AddDisbursementProofInput,
  RecordDisbursementInput,
  RefuseDisbursementInput,
} from './disbursement.input.js';
import type { Disbursement } from './disbursement.js';

/** Money goes to the beneficiary: noted by one, approved by another, and never more than is there. */
@Injectable()
export class Disbursements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tools: DisbursementTools,
    private readonly ledger: Ledger,
    private readonly reads: DisbursementReads,
  ) {}

  /**
   * Notes a payment; nothing is booked before a second person approved it. What others have noted already counts as
   * gone.
   * @throws Refusal NOT_FOUND; BAD_INPUT; ABOVE_SETTLED_NET with what may be handed over.
   */
  async record(actor: Actor, input: RecordDisbursementInput): Promise<Disbursement> {
    await this.tools.access.require(actor, 'campaign:disburse', [input.campaignId], 'This fundraiser');
    const reference = input.reference?.trim() ? typedLine('reference', input.reference, 200) : '';
    const { idempotencyKey, ...typed } = input;
    const call = {
      operation: 'recordDisbursement',
      actorKey: String(actor.accountId),
      key: typedKey(idempotencyKey),
      input: plain(typed),
    };
    const now = this.clock.now();
    const id = await this.db.transaction((tx) =>
      this.tools.idempotency.once(tx, call, async () => {
        const held = await holdMoney(tx, input.campaignId);
        const amount = positiveAmount(input.amount, held.currency);
        if (input.paidOn > dayIn(held.timeZone, now)) throw badInput({ paidOn: 'in-the-future' });
        if (input.paidOn < '2000-01-01') throw badInput({ paidOn: 'out-of-range' });
        await this.requireProof(tx, input.proofFileId);
        const free = held.disbursable - held.proposed;
        if (amount > free) throw aboveSettledNet(free, held.currency);
        const [made] = await tx.query<{ id: string }>(
          `INSERT INTO fundraising.disbursement (campaign_id, beneficiary_id, amount_minor, currency, paid_on, reference,
             proof_file_id, status, recorded_by, recorded_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'proposed', $8, $9) RETURNING id`,
          [
            ...[held.campaignId, held.beneficiaryId, String(amount), held.currency, input.paidOn, reference],
            ...[input.proofFileId ?? null, actor.accountId, now],
          ],
        );
        await this.tools.post.proposed(tx, { id: made!.id, chapterId: held.chapterId, by: actor.accountId });
        return made!.id;
      }),
    );
    return this.reads.byId(id);
  }

  /**
   * A second person agrees: booked at once, under the lock that keeps two from spending the same money. Approved twice
   * is approved once.
   * @throws Refusal NOT_FOUND; SECOND_PERSON_NEEDED; NOT_TWO_PEOPLE; DISBURSEMENT_DECIDED; ABOVE_SETTLED_NET.
   */
  async approve(actor: Actor, id: string): Promise<Disbursement> {
    await this.tools.access.require(actor, 'disbursement:decide', [id], 'This payment');
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const payment = await holdDisbursement(tx, id);
      if (payment.status === 'approved') return;
      if (payment.status !== 'proposed') throw alreadyDecided();
      if (payment.recordedBy === actor.accountId) throw secondPersonNeeded();
      await this.tools.people.require(tx, payment.recordedBy, actor.accountId, now);
      const { disbursable, currency, timeZone } = await holdMoney(tx, payment.campaignId);
      if (payment.amountMinor > disbursable) throw aboveSettledNet(disbursable, currency);
      const [row] = await tx.query<{ happened: Date }>(
        `UPDATE fundraising.disbursement SET status = 'approved', decided_by = $2, decided_at = $3 WHERE id = $1
         RETURNING least((paid_on + time '12:00') AT TIME ZONE $4, $3) AS happened`,
        [id, actor.accountId, now, timeZone],
      );
      await this.ledger.post(tx, [
        {
          kind: 'disbursement',
          externalRef: `disbursement:${id}`,
          subjectId: id,
          happenedAt: row!.happened,
          postings: [
            { kind: 'disbursed', ownerId: payment.campaignId, amountMinor: payment.amountMinor, currency },
            { kind: 'bank', amountMinor: -payment.amountMinor, currency },
          ],
        },
      ]);
    });
    return this.reads.byId(id);
  }

  /** A payment that was noted is not booked. @throws Refusal NOT_FOUND, BAD_INPUT, SECOND_PERSON_NEEDED, DISBURSEMENT_DECIDED. */
  async refuse(actor: Actor, input: RefuseDisbursementInput): Promise<Disbursement> {
    await this.tools.access.require(actor, 'disbursement:decide', [input.id], 'This payment');
    const note = typedText('note', input.note, 2_000);
    await this.db.transaction(async (tx) => {
      const payment = await holdDisbursement(tx, input.id);
      if (payment.status === 'refused') return;
      if (payment.status !== 'proposed') throw alreadyDecided();
      if (payment.recordedBy === actor.accountId) throw secondPersonNeeded();
      await tx.query(
        `UPDATE fundraising.disbursement SET status = 'refused', refusal_note = $2, decided_by = $3, decided_at = $4
         WHERE id = $1`,
        [input.id, note, actor.accountId, this.clock.now()],
      );
    });
    return this.reads.byId(input.id);
  }

  /**
   * The receipt of a transfer that was recorded without one; what a second person has looked at is never replaced.
   * @throws Refusal NOT_FOUND, BAD_INPUT, PROOF_THERE, DISBURSEMENT_DECIDED for one that was refused.
   */
  async addProof(actor: Actor, { id, proofFileId }: AddDisbursementProofInput): Promise<Disbursement> {
    await this.tools.access.require(actor, 'disbursement:decide', [id], 'This payment');
    await this.db.transaction(async (tx) => {
      const payment = await holdDisbursement(tx, id);
      await this.requireProof(tx, proofFileId);
      if (payment.proofFileId === proofFileId) return;
      if (payment.proofFileId)
        throw new Refusal('PROOF_THERE', 'This payment has the receipt of its transfer already.');
      if (payment.status === 'refused') throw alreadyDecided();
      await tx.query(
        `UPDATE fundraising.disbursement SET proof_file_id = $2, proof_added_by = $3, proof_added_at = $4 WHERE id = $1`,
        [id, proofFileId, actor.accountId, this.clock.now()],
      );
    });
    return this.reads.byId(id);
  }

  private async requireProof(tx: Tx, fileId: string | null | undefined): Promise<void> {
    if (!fileId) return;
    const sql = `SELECT FROM fundraising.file WHERE id = $1 AND purpose = 'proof'`;
    const [proof] = isUuid(fileId) ? await tx.query(sql, [fileId]) : [];
    if (!proof) throw badInput({ proofFileId: 'not-a-proof' });
  }
}

function aboveSettledNet(disbursable: bigint, currency: string): Refusal {
  const most = money(disbursable > 0n ? disbursable : 0n, currency);
  return new Refusal('ABOVE_SETTLED_NET', 'There is not that much to hand over now.', {
    disbursable: { amountMinor: String(most.amountMinor), currency },
  });
}

function secondPersonNeeded(): Refusal {
  return new Refusal('SECOND_PERSON_NEEDED', 'Somebody else has to decide about what you noted yourself.');
}

function alreadyDecided(): Refusal {
  return new Refusal('DISBURSEMENT_DECIDED', 'Somebody has decided about this payment already.');
}
