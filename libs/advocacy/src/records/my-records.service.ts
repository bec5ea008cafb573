import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import type { Acknowledgement } from '@upstander/platform';
import { CodeGate, codeNotRight } from '../codes/code-gate.js';
import { Envelope } from '../keys/envelope.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { MyRecordReader } from './my-record-reader.js';
import type { MyRecord } from './my-record.js';
import type { RecordCodeInput } from './record.input.js';

/** What people do with their own record as a whole: open it, and make an end of it. */
@Injectable()
export class MyRecords {
  constructor(
    private readonly gate: CodeGate,
    private readonly zone: SealedZone,
    private readonly reader: MyRecordReader,
    private readonly envelope: Envelope,
  ) {}

  /** @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES. */
  async openRecord(actor: Actor, { code }: RecordCodeInput): Promise<MyRecord> {
    const opened = await this.gate.openByCode(actor, code);
    return this.zone.as({ kind: 'person', recordId: opened.recordId }, (tx) => this.reader.readRecord(tx, opened));
  }

  /**
   * Deletes the rows, and the key that could read a copy of them. The trail keeps that it happened. A hold of ours does
   * not stand in the way: it binds us, not the person.
   * @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES.
   */
  async erase(actor: Actor, { code }: RecordCodeInput): Promise<Acknowledgement> {
    const { recordId, kind } = await this.gate.openByCode(actor, code);
    await this.zone.as({ kind: 'person', recordId }, async (tx) => {
      await tx.query('DELETE FROM sealed.message WHERE record_id = $1', [recordId]);
      await tx.query('DELETE FROM sealed.legal_hold WHERE record_id = $1', [recordId]);
      const [gone] = await tx.query<{ codeHash: Buffer }>(
        `DELETE FROM sealed.${kind} WHERE id = $1 RETURNING code_hash AS "codeHash"`,
        [recordId],
      );
      if (!gone) throw codeNotRight();
      await tx.query('INSERT INTO sealed.erased (code_hash, at) VALUES ($1, $2)', [gone.codeHash, tx.at]);
      tx.audit({ action: 'erased', recordKind: kind, recordId });
      // Last of all: what fails before leaves everything, what fails after leaves nothing that can be read.
      await this.envelope.erase([recordId]);
    });
    return { ok: true };
  }
}
