import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { CodeGate, type OpenedRecord } from '../codes/code-gate.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { MyRecordReader } from './my-record-reader.js';
import type { MyRecord } from './my-record.js';

/** Verifies the code, applies a change and reads the record again in one transaction. */
@Injectable()
export class MyRecordTurn {
  constructor(
    private readonly gate: CodeGate,
    private readonly zone: SealedZone,
    private readonly reader: MyRecordReader,
  ) {}

  /** @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES, and errors of `change` */
  async changeRecord(
    actor: Actor,
    code: string,
    change: (tx: SealedTx, record: OpenedRecord) => Promise<void>,
  ): Promise<MyRecord> {
    const record = await this.gate.openByCode(actor, code);
    return this.zone.runAs({ kind: 'person', recordId: record.recordId }, async (tx) => {
      await change(tx, record);
      return this.reader.readRecord(tx, record);
    });
  }
}
