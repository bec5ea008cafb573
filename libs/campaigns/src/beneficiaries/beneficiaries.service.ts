import { Injectable } from '@nestjs/common';
import { File } from '@upstander/accounting';
import { Access, type Actor } from '@upstander/identity';
import {
  badInput,
  changedValues,
  Clock,
  Database,
  Idempotency,
  insertRow,
  notFound,
  Refusal,
  type Tx,
  violatedConstraint,
} from '@upstander/platform';
import type {
  CreateBeneficiaryInput,
  RecordBeneficiaryCheckInput,
  UpdateBeneficiaryInput,
} from './beneficiary.input.js';
import { BeneficiaryReads } from './beneficiary-reads.js';
import { checkFrom, wordsFrom } from './beneficiary-words.js';
import { BeneficiaryCheck } from './beneficiary-check.entity.js';
import { Beneficiary } from './beneficiary.entity.js';
import type { ManagedBeneficiary } from './managed-beneficiary.js';

@Injectable()
export class Beneficiaries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly reads: BeneficiaryReads,
  ) {}

  /** @throws Refusal NOT_ALLOWED without an organization-wide role; BAD_INPUT */
  async create(actor: Actor, input: CreateBeneficiaryInput): Promise<ManagedBeneficiary> {
    if (this.access.chaptersOf(actor, 'beneficiary:edit') !== 'all') throw organizationOnlyRefusal();
    const { idempotencyKey, ...typed } = input;
    const row = wordsFrom(typed);
    const call = { operation: 'createBeneficiary', actorKey: String(actor.accountId), key: idempotencyKey, input: row };
    const id = await this.idempotency.transaction(call, async (tx) => {
      const partner = { ...row, kind: 'partner', createdAt: this.clock.now() } as const;
      return insertRow(tx.manager, Beneficiary, partner);
    });
    return this.reads.byId(id);
  }

  /** @throws Refusal NOT_FOUND; BAD_INPUT; BENEFICIARY_LOCKED for a new name or number after the first gift */
  async update(actor: Actor, input: UpdateBeneficiaryInput): Promise<ManagedBeneficiary> {
    await this.access.require(actor, 'beneficiary:edit', [input.id], 'This beneficiary');
    await this.db
      .transaction(async (tx) => {
        const before = await this.lockBeneficiary(tx, input.id);
        const after = wordsFrom(input, before);
        if (after.consentFileId && after.consentFileId !== before.consentFileId) {
          await this.newConsent(tx, actor, before.id, after.consentFileId);
        }
        const changes = changedValues<Beneficiary>(before, after);
        if (Object.keys(changes).length > 0) await tx.manager.update(Beneficiary, before.id, changes);
      })
      .catch((error: unknown) => {
        throw violatedConstraint(error) === 'beneficiary_locked' ? beneficiaryLocked() : error;
      });
    return this.reads.byId(input.id);
  }

  /**
   * Archives a partner, which ends all collecting for it.
   * @throws Refusal NOT_FOUND; BAD_INPUT for the organization itself
   */
  async archive(actor: Actor, id: string): Promise<ManagedBeneficiary> {
    await this.access.require(actor, 'beneficiary:edit', [id], 'This beneficiary');
    await this.db.transaction(async (tx) => {
      const { kind, archivedAt } = await this.lockBeneficiary(tx, id);
      if (kind === 'own') throw badInput({ id: 'own-organization' });
      await tx.manager.update(Beneficiary, id, { archivedAt: archivedAt ?? this.clock.now() });
    });
    return this.reads.byId(id);
  }

  /**
   * The latest check of a requirement counts.
   * @throws Refusal NOT_FOUND; BAD_INPUT
   */
  async check(actor: Actor, input: RecordBeneficiaryCheckInput): Promise<ManagedBeneficiary> {
    await this.access.require(actor, 'beneficiary:edit', [input.beneficiaryId], 'This beneficiary');
    const check = checkFrom(input, this.clock.today());
    await this.db.transaction(async (tx) => {
      const beneficiary = await this.lockBeneficiary(tx, input.beneficiaryId);
      if (beneficiary.kind === 'own') throw badInput({ beneficiaryId: 'own-organization' });
      const isConsentMissing = input.duty === 'written_consent' && input.passed && !beneficiary.consentFileId;
      if (isConsentMissing) throw badInput({ duty: 'no-consent-on-file' });
      await this.insertCheck(tx, actor, check);
    });
    return this.reads.byId(input.beneficiaryId);
  }

  /** Stores a new consent document. Its requirement counts as not met until it is checked. */
  private async newConsent(tx: Tx, actor: Actor, beneficiaryId: string, fileId: string): Promise<void> {
    if (!(await tx.manager.existsBy(File, { id: fileId, purpose: 'consent' }))) {
      throw badInput({ consentFileId: 'not-a-consent' });
    }
    const note = 'A new consent was put on file.';
    await this.insertCheck(tx, actor, { beneficiaryId, duty: 'written_consent', passed: false, note });
  }

  private async insertCheck(
    tx: Tx,
    actor: Actor,
    check: Pick<BeneficiaryCheck, 'beneficiaryId' | 'duty' | 'passed' | 'note'> & Partial<BeneficiaryCheck>,
  ): Promise<void> {
    const by = { checkedBy: actor.accountId!, checkedAt: this.clock.now() };
    await tx.manager.insert(BeneficiaryCheck, { ...check, ...by });
  }

  private async lockBeneficiary(tx: Tx, id: string): Promise<Beneficiary> {
    const beneficiary = await tx.manager.findOne(Beneficiary, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!beneficiary) throw notFound('This beneficiary');
    return beneficiary;
  }
}

/**
 * Returns the refusal to change the recipient of given money, as enforced by
 * db/functions/fundraising/keep_partner.sql.
 */
export function beneficiaryLocked(): Refusal {
  return new Refusal('BENEFICIARY_LOCKED', 'This fundraiser already has gifts, so its beneficiary can’t be changed.');
}

function organizationOnlyRefusal(): Refusal {
  return new Refusal('NOT_ALLOWED', 'Only people with a role for the whole organization can manage partners.');
}
