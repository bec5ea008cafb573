import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import type { Acknowledgement } from '@upstander/platform';
import { CodeGate, wrongCodeRefusal } from '../codes/code-gate.js';
import { Envelope } from '../keys/envelope.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { MyRecordReader } from './my-record-reader.js';
import type { MyRecord } from './my-record.js';
import type { RecordCodeInput } from './record.input.js';

@Injectable()
export class MyRecords {
  constructor(
    private readonly gate: CodeGate,
    private readonly zone: SealedZone,
    private readonly reader: MyRecordReader,
    private readonly envelope: Envelope,
  ) {}

  /** @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES */
  async openRecord(actor: Actor, { code }: RecordCodeInput): Promise<MyRecord> {
    const record = await this.gate.openByCode(actor, code);
    return this.zone.runAs({ kind: 'person', recordId: record.recordId }, (tx) => this.reader.readRecord(tx, record));
  }

  /**
   * Deletes the rows and the key, which makes every copy unreadable. The trail records only that it happened. A legal
   * hold doesn't prevent it, because it binds the organization and not the person.
   * @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES
   */
  async erase(actor: Actor, { code }: RecordCodeInput): Promise<Acknowledgement> {
    const { recordId, kind } = await this.gate.openByCode(actor, code);
    await this.zone.runAs({ kind: 'person', recordId }, async (tx) => {
      await tx.query('DELETE FROM sealed.message WHERE record_id = $1', [recordId]);
      await tx.query('DELETE FROM sealed.legal_hold WHERE record_id = $1', [recordId]);
      await tx.query('DELETE FROM sealed.person_notice WHERE record_id = $1', [recordId]);
      const [deleted] = await tx.query<{ codeHash: Buffer }>(
        `DELETE FROM sealed.${kind} WHERE id = $1 RETURNING code_hash AS "codeHash"`,
        [recordId],
      );
      if (!deleted) throw wrongCodeRefusal();
      await tx.query('INSERT INTO sealed.erased (code_hash, at) VALUES ($1, $2)', [deleted.codeHash, tx.at]);
      tx.audit({ action: 'erased', recordKind: kind, recordId });
      // Must be the last step: an earlier failure leaves everything in place, a later one leaves nothing readable.
      await this.envelope.erase([recordId]);
    });
    return { ok: true };
  }
}
