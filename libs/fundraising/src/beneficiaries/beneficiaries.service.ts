import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  Idempotency,
  notThere,
  Refusal,
  type Tx,
  typedKey,
  typedLine,
  violatedConstraint,
} from '@upstander/platform';
import type {
  CreateBeneficiaryInput,
  RecordBeneficiaryCheckInput,
  UpdateBeneficiaryInput,
} from './beneficiary.input.js';
import { BeneficiaryReads } from './beneficiary-reads.js';
import { changed, webAddress } from './beneficiary-words.js';
import type { ManagedBeneficiary } from './managed-beneficiary.js';
import type { BeneficiaryRow } from './beneficiary.entity.js';

/** Partners: who they are, that they agreed, and that somebody looked. */
@Injectable()
export class Beneficiaries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly reads: BeneficiaryReads,
  ) {}

  /** @throws Refusal NOT_ALLOWED for finance of a chapter only; BAD_INPUT. */
  async create(actor: Actor, input: CreateBeneficiaryInput): Promise<ManagedBeneficiary> {
    if (this.access.chaptersOf(actor, 'beneficiary:edit') !== 'all') throw notForChapters();
    const row = {
      name: typedLine('name', input.name, 200),
      number: typedLine('registrationNumber', input.registrationNumber, 60),
      website: webAddress(input.website),
      contact: input.contactEmail ?? null,
    };
    const call = {
      operation: 'createBeneficiary',
      actorKey: String(actor.accountId),
      key: typedKey(input.idempotencyKey),
      input: row,
    };
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, call, async () => {
        const [made] = await tx.query<{ id: string }>(
          `INSERT INTO fundraising.beneficiary (kind, name, registration_number, website, contact_email, created_at)
           VALUES ('partner', $1, $2, $3, $4, $5) RETURNING id`,
          [row.name, row.number, row.website, row.contact, this.clock.now()],
        );
        return made!.id;
      }),
    );
    return this.reads.byId(id);
  }

  /** @throws Refusal NOT_FOUND; BAD_INPUT; BENEFICIARY_LOCKED for the name or number of one that has received a gift. */
  async update(actor: Actor, input: UpdateBeneficiaryInput): Promise<ManagedBeneficiary> {
    await this.access.require(actor, 'beneficiary:edit', [input.id], 'This beneficiary');
    await this.db
      .transaction(async (tx) => {
        const before = await this.hold(tx, input.id);
        const after = changed(before, input);
        if (after.consentFileId && after.consentFileId !== before.consentFileId)
          await this.newConsent(tx, actor, after);
        await tx.query(
          `UPDATE fundraising.beneficiary SET name = $2, registration_number = $3, website = $4, contact_email = $5,
             consent_file_id = $6, consent_signed_on = $7, consent_ends_on = $8 WHERE id = $1`,
          [
            input.id,
            ...[after.name, after.registrationNumber, after.website, after.contactEmail],
            ...[after.consentFileId, after.consentSignedOn, after.consentEndsOn],
          ],
        );
      })
      .catch((error: unknown) => {
        throw violatedConstraint(error) === 'beneficiary_locked' ? beneficiaryLocked() : error;
      });
    return this.reads.byId(input.id);
  }

  /** Nothing is collected for it from now on. @throws Refusal NOT_FOUND; BAD_INPUT for the organisation itself. */
  async archive(actor: Actor, id: string): Promise<ManagedBeneficiary> {
    await this.access.require(actor, 'beneficiary:edit', [id], 'This beneficiary');
    await this.db.transaction(async (tx) => {
      const { kind } = await this.hold(tx, id);
      if (kind === 'own') throw badInput({ id: 'own-organisation' });
      await tx.query('UPDATE fundraising.beneficiary SET archived_at = coalesce(archived_at, $2) WHERE id = $1', [
        id,
        this.clock.now(),
      ]);
    });
    return this.reads.byId(id);
  }

  /** Notes a check; the latest of a duty counts. @throws Refusal NOT_FOUND, BAD_INPUT. */
  async check(actor: Actor, input: RecordBeneficiaryCheckInput): Promise<ManagedBeneficiary> {
    await this.access.require(actor, 'beneficiary:edit', [input.beneficiaryId], 'This beneficiary');
    const source = typedLine('source', input.source, 500);
    const note = input.note?.trim() ? typedLine('note', input.note, 1_000) : '';
    if (!input.passed && !note) throw badInput({ note: 'required' });
    const now = this.clock.now();
    if (input.passed && input.validUntil && input.validUntil < now.toISOString().slice(0, 10)) {
      throw badInput({ validUntil: 'in-the-past' });
    }
    await this.db.transaction(async (tx) => {
      const beneficiary = await this.hold(tx, input.beneficiaryId);
      if (beneficiary.kind === 'own') throw badInput({ beneficiaryId: 'own-organisation' });
      const noPaper = input.duty === 'written_consent' && input.passed && !beneficiary.consentFileId;
      if (noPaper) throw badInput({ duty: 'no-consent-on-file' });
      await this.insertCheck(tx, actor, { ...input, note, source, validUntil: input.validUntil ?? null });
    });
    return this.reads.byId(input.beneficiaryId);
  }

  /** A new paper has to be read: until then the duty counts as not kept. */
  private async newConsent(tx: Tx, actor: Actor, after: BeneficiaryRow): Promise<void> {
    const [file] = await tx.query('SELECT FROM fundraising.file WHERE id = $1 AND purpose = $2', [
      after.consentFileId,
      'consent',
    ]);
    if (!file) throw badInput({ consentFileId: 'not-a-consent' });
    const check = {
      beneficiaryId: after.id,
      duty: 'written_consent',
      passed: false,
      note: 'A new consent was put on file.',
      source: '',
      validUntil: null,
    };
    await this.insertCheck(tx, actor, check);
  }

  private async insertCheck(
    tx: Tx,
    actor: Actor,
    check: {
      beneficiaryId: string;
      duty: string;
      passed: boolean;
      note: string;
      source: string;
      validUntil: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO fundraising.beneficiary_check
         (beneficiary_id, duty, passed, note, source, checked_by, checked_at, valid_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[check.beneficiaryId, check.duty, check.passed, check.note, check.source],
        ...[actor.accountId, this.clock.now(), check.validUntil],
      ],
    );
  }

  private async hold(tx: Tx, id: string): Promise<BeneficiaryRow> {
    const [row] = await tx.query<BeneficiaryRow>(
      `SELECT id, kind, name, registration_number AS "registrationNumber", website, contact_email::text AS "contactEmail",
         consent_file_id AS "consentFileId", consent_signed_on AS "consentSignedOn", consent_ends_on AS "consentEndsOn"
       FROM fundraising.beneficiary WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    if (!row) throw notThere('This beneficiary');
    return row;
  }
}

/** The refusal for a change of who gets money that was already given. */
export function beneficiaryLocked(): Refusal {
  return new Refusal('BENEFICIARY_LOCKED', 'Somebody has given already: who gets the money stays as it is.');
}

function notForChapters(): Refusal {
  return new Refusal('NOT_ALLOWED', 'Partners are for those who look after the whole organisation.');
}
