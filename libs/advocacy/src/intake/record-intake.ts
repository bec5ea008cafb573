import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { badInput, isUuid, keyReused, Refusal, sha256, violatedConstraint } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { CodeGate, type OpenedRecord } from '../codes/code-gate.js';
import { ReplyCodes } from '../codes/reply-codes.js';
import { Envelope, type Seal } from '../keys/envelope.js';
import { countForReport } from '../records/monthly-count.js';
import type { SealedReader } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { RecordKind } from '../records/record-kind.js';

export interface NewRecord<Checked> {
  kind: RecordKind;
  operation: string;
  /** Random UUID from the client, if any. */
  key: string | null | undefined;
  /** Complete input. A retry with the same key must match it. */
  sent: { language: LocaleName };
  /** Advocate who submits on behalf of a person; omitted if the person submits. */
  by?: Extract<SealedReader, { kind: 'advocate' }>;
  /** Checked before a new record is stored; skipped for a retry. */
  check: () => Promise<Checked>;
  insert: (tx: SealedTx, row: NewRow, checkedValue: Checked) => Promise<void>;
}

export interface NewRow {
  id: string;
  codeHash: Buffer;
  /** MAC that binds the code to this record. */
  codeBound: Buffer;
  /** Sealed digest of the input. */
  sent: Buffer;
  write: Seal;
}

/**
 * Stores confidential submissions. Responses aren't stored for retries: the code is derived from the key, so a retry
 * finds the same row and returns the same code.
 */
@Injectable()
export class RecordIntake {
  constructor(
    private readonly codes: ReplyCodes,
    private readonly gate: CodeGate,
    private readonly envelope: Envelope,
    private readonly zone: SealedZone,
  ) {}

  /** @throws Refusal BAD_INPUT, IDEMPOTENCY_KEY_REUSED, RECORD_ERASED, and errors of `check` */
  async submitRecord<Checked>(record: NewRecord<Checked>): Promise<{ id: string; replyCode: string }> {
    const { key } = record;
    // A key that can be guessed would make the code guessable.
    if (key && !isUuid(key)) throw badInput({ idempotencyKey: 'not-a-key' });
    const { language } = record.sent;
    for (;;) {
      const replyCode = key
        ? await this.codes.deriveCode(record.operation, key, language)
        : this.codes.random(language);
      const codeHash = await this.codes.hash(replyCode);
      const existingRecord = await this.gate.find(codeHash);
      if (existingRecord && key) {
        await this.requireSame(existingRecord, digestOf(record.sent));
        return { id: existingRecord.recordId, replyCode };
      }
      if (existingRecord) continue;
      if (key) {
        if (await this.gate.wasErased(codeHash)) throw erased();
        if (await this.wasUsedInOtherLanguage(record.operation, key, language)) throw keyReused();
      }
      const id = await this.store(record, codeHash);
      if (id) return { id, replyCode };
    }
  }

  /** True if the key was used before on a page in the other language. */
  private async wasUsedInOtherLanguage(operation: string, key: string, language: LocaleName): Promise<boolean> {
    const code = await this.codes.deriveCode(operation, key, language === 'en' ? 'es' : 'en');
    return (await this.gate.find(await this.codes.hash(code))) !== null;
  }

  /** Returns the ID of the new record, or null if a concurrent request stored the same code. */
  private async store<Checked>(record: NewRecord<Checked>, codeHash: Buffer): Promise<string | null> {
    const checkedValue = await record.check();
    const id = randomUUID();
    await this.envelope.begin(id);
    try {
      const seal = await this.envelope.getSealer(id);
      const codeBound = await this.codes.bindingMac(id, codeHash);
      const sentDigest = seal({ column: `${record.kind}.sent`, rowId: id }, digestOf(record.sent));
      await this.zone.runAs(record.by ?? { kind: 'person', recordId: id }, async (tx) => {
        await record.insert(tx, { id, codeHash, codeBound, sent: sentDigest, write: seal }, checkedValue);
        await countForReport(tx, record.kind, 'opened');
        tx.audit({ action: 'sent', recordKind: record.kind, recordId: id });
      });
      return id;
    } catch (error) {
      await this.envelope.erase([id]);
      if (violatedConstraint(error) === `${record.kind}_code`) return null;
      throw error;
    }
  }

  private async requireSame({ recordId, kind }: OpenedRecord, digest: string): Promise<void> {
    const rows = await this.zone.runAs({ kind: 'person', recordId }, (tx) =>
      tx.query<{ sent: Buffer }>(`SELECT sent FROM sealed.${kind} WHERE id = $1`, [recordId]),
    );
    const unseal = await this.envelope.getUnsealer([recordId]);
    const storedDigest = rows[0] && unseal({ recordId, column: `${kind}.sent`, rowId: recordId }, rows[0].sent);
    if (storedDigest !== digest) throw keyReused();
  }
}

function digestOf(sentInput: unknown): string {
  return sha256(JSON.stringify(sentInput)).toString('hex');
}

function erased(): Refusal {
  return new Refusal('RECORD_ERASED', 'This was deleted. To send it again, please begin again.');
}
