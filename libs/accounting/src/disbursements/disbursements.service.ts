import { Injectable } from '@nestjs/common';
import { Access, TwoPeople, type Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { amountFault, Ledger, money } from '@upstander/ledger';
import {
  badInput,
  Clock,
  Database,
  dayIn,
  Idempotency,
  insertRow,
  isUuid,
  readInput,
  Refusal,
  refuseFaults,
  type Tx,
  typedText,
} from '@upstander/platform';
import { File } from '../files/file.entity.js';
import { DisbursementReads } from './disbursement-reads.js';
import { lockDisbursement, lockMoney, type LockedMoney } from './disbursement-store.js';
import { Disbursement, type ManagedDisbursement } from './disbursement.entity.js';
import {
  RecordDisbursementInput,
  type AddDisbursementEvidenceInput,
  type RefuseDisbursementInput,
} from './disbursement.input.js';

type DisbursementFields = Pick<Disbursement, 'paidOn' | 'reference' | 'evidenceFileId'>;

@Injectable()
export class Disbursements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly people: TwoPeople,
    private readonly idempotency: Idempotency,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly reads: DisbursementReads,
  ) {}

  /**
   * Pending disbursements reduce the available amount.
   * @throws Refusal NOT_FOUND; BAD_INPUT; ABOVE_SETTLED_NET with the available amount
   */
  async record(actor: Actor, input: RecordDisbursementInput): Promise<ManagedDisbursement> {
    await this.access.require(actor, 'campaign:disburse', [input.campaignId], 'This fundraiser');
    const { idempotencyKey, ...typed } = input;
    const call = {
      operation: 'recordDisbursement',
      actorKey: String(actor.accountId),
      key: idempotencyKey,
      input: typed,
    };
    const now = this.clock.now();
    const id = await this.idempotency.transaction(call, async (tx) => {
      const funds = await lockMoney(tx, input.campaignId);
      const written = fieldsFrom(input, funds, now);
      await this.requireEvidence(tx, written.evidenceFileId);
      const available = funds.disbursable - funds.proposed;
      if (input.amount.amountMinor > available) throw exceedsNetRefusal(available, funds.currency);
      const { campaignId, beneficiaryId, currency, chapterId } = funds;
      const made = await insertRow(tx.manager, Disbursement, {
        ...written,
        campaignId,
        beneficiaryId,
        currency,
        amountMinor: String(input.amount.amountMinor),
        status: 'proposed',
        recordedBy: actor.accountId!,
        recordedAt: now,
      });
      await this.outbox.addForStaff(
        tx,
        { roles: ['admin', 'finance'], chapterId, except: actor.accountId },
        { key: `disbursement-proposed/${made}`, template: 'disbursement-proposed', subjectId: made },
      );
      return made;
    });
    return this.reads.byId(id);
  }

  /**
   * Approves a disbursement as the second person (db/functions/fundraising/two_people.sql) and books it.
   * The lock on the campaign keeps two approvals from spending the same money. Repeating it has no effect.
   * @throws Refusal NOT_FOUND; SECOND_PERSON_NEEDED; NOT_TWO_PEOPLE; DISBURSEMENT_DECIDED; ABOVE_SETTLED_NET
   */
  async approve(actor: Actor, id: string): Promise<ManagedDisbursement> {
    await this.access.require(actor, 'disbursement:decide', [id], 'This payment');
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const payment = await lockDisbursement(tx, id);
      if (payment.status === 'approved') return;
      if (payment.status !== 'proposed') throw decidedRefusal();
      if (payment.recordedBy === actor.accountId) throw secondPersonRefusal();
      await this.people.require(tx, payment.recordedBy, actor.accountId, now);
      const { disbursable, currency, timeZone } = await lockMoney(tx, payment.campaignId);
      const amountMinor = BigInt(payment.amountMinor);
      if (amountMinor > disbursable) throw exceedsNetRefusal(disbursable, currency);
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
            { kind: 'disbursed', ownerId: payment.campaignId, amountMinor, currency },
            { kind: 'bank', amountMinor: -amountMinor, currency },
          ],
        },
      ]);
    });
    return this.reads.byId(id);
  }

  /** @throws Refusal NOT_FOUND; BAD_INPUT; SECOND_PERSON_NEEDED; DISBURSEMENT_DECIDED */
  async refuse(actor: Actor, input: RefuseDisbursementInput): Promise<ManagedDisbursement> {
    await this.access.require(actor, 'disbursement:decide', [input.id], 'This payment');
    const note = typedText('note', input.note, 2_000);
    await this.db.transaction(async (tx) => {
      const payment = await lockDisbursement(tx, input.id);
      if (payment.status === 'refused') return;
      if (payment.status !== 'proposed') throw decidedRefusal();
      if (payment.recordedBy === actor.accountId) throw secondPersonRefusal();
      const decided = { decidedBy: actor.accountId, decidedAt: this.clock.now() };
      await tx.manager.update(Disbursement, payment.id, { status: 'refused', refusalNote: note, ...decided });
    });
    return this.reads.byId(input.id);
  }

  /**
   * An existing receipt is never replaced, because a second person may have approved it.
   * @throws Refusal NOT_FOUND; BAD_INPUT; EVIDENCE_THERE; DISBURSEMENT_DECIDED if declined
   */
  async addEvidence(actor: Actor, { id, evidenceFileId }: AddDisbursementEvidenceInput): Promise<ManagedDisbursement> {
    await this.access.require(actor, 'disbursement:decide', [id], 'This payment');
    await this.db.transaction(async (tx) => {
      const payment = await lockDisbursement(tx, id);
      await this.requireEvidence(tx, evidenceFileId);
      if (payment.evidenceFileId === evidenceFileId) return;
      if (payment.evidenceFileId)
        throw new Refusal('EVIDENCE_THERE', 'This payment already has a receipt of transfer.');
      if (payment.status === 'refused') throw decidedRefusal();
      const added = { evidenceAddedBy: actor.accountId, evidenceAddedAt: this.clock.now() };
      await tx.manager.update(Disbursement, payment.id, { evidenceFileId, ...added });
    });
    return this.reads.byId(id);
  }

  private async requireEvidence(tx: Tx, fileId: string | null | undefined): Promise<void> {
    if (!fileId) return;
    const evidence = isUuid(fileId) && (await tx.manager.existsBy(File, { id: fileId, purpose: 'evidence' }));
    if (!evidence) throw badInput({ evidenceFileId: 'not-evidence' });
  }
}

function fieldsFrom(input: RecordDisbursementInput, funds: LockedMoney, now: Date): DisbursementFields {
  const { values, faults } = readInput(RecordDisbursementInput, input);
  const { paidOn, reference, evidenceFileId } = values;
  if (paidOn > dayIn(funds.timeZone, now)) faults['paidOn'] = 'in-the-future';
  const fault = amountFault(input.amount, funds.currency);
  if (fault) faults['amount'] = fault;
  refuseFaults(faults);
  return { paidOn, reference, evidenceFileId };
}

function exceedsNetRefusal(disbursable: bigint, currency: string): Refusal {
  const most = money(disbursable > 0n ? disbursable : 0n, currency);
  return new Refusal('ABOVE_SETTLED_NET', 'There isn’t that much available to disburse.', {
    disbursable: { amountMinor: String(most.amountMinor), currency },
  });
}

function secondPersonRefusal(): Refusal {
  return new Refusal('SECOND_PERSON_NEEDED', 'You recorded this, so someone else has to decide.');
}

function decidedRefusal(): Refusal {
  return new Refusal('DISBURSEMENT_DECIDED', 'Someone already decided on this payment.');
}
