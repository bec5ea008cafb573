import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { badInput, isUuid, keyReused, Refusal, sha256, violatedConstraint } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { CodeGate, type Opened } from '../codes/code-gate.js';
import { ReplyCodes } from '../codes/reply-codes.js';
import { Envelope, type Seal } from '../keys/envelope.js';
import { countForReport } from '../report/monthly-count.js';
import type { SealedReader } from '../sealed/sealed-reader.js';
import type { SealedTx } from '../sealed/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { RecordKind } from './record-kind.js';

/** Something somebody sends in confidence. */
export interface NewRecord<Checked> {
  kind: RecordKind;
  operation: string;
  /** A random uuid of the client, or nothing. */
  key: string | null | undefined;
  /** All that was typed: what is sent again with the same key must be the same. */
  sent: { language: LocaleName };
  /** The advocate who sends it for somebody; otherwise it is the person. */
  by?: Extract<SealedReader, { kind: 'advocate' }>;
  /** What must hold before it is kept. Not asked again for what was kept already. */
  check: () => Promise<Checked>;
  insert: (tx: SealedTx, row: NewRow, checked: Checked) => Promise<void>;
}

export interface NewRow {
  id: string;
  codeHash: Buffer;
  /** That this code belongs to this record. */
  codeBound: Buffer;
  /** The sealed digest of what was sent. */
  sent: Buffer;
  write: Seal;
}

/**
 * Takes in what is sent in confidence. No answer is kept for retries: with a key the code follows from the key, so that
 * the same again finds the same row and is told the same code.
 */
@Injectable()
export class RecordIntake {
  constructor(
    private readonly codes: ReplyCodes,
    private readonly gate: CodeGate,
    private readonly envelope: Envelope,
    private readonly zone: SealedZone,
  ) {}

  /** @throws Refusal BAD_INPUT, IDEMPOTENCY_KEY_REUSED, RECORD_ERASED, and what `check` throws. */
  async submitRecord<Checked>(record: NewRecord<Checked>): Promise<{ id: string; replyCode: string }> {
    const { key } = record;
    // A key that could be guessed would be a code that could be guessed.
    if (key && !isUuid(key)) throw badInput({ idempotencyKey: 'not-a-key' });
    const { language } = record.sent;
    for (;;) {
      const replyCode = key ? await this.codes.derived(record.operation, key, language) : this.codes.random(language);
      const codeHash = await this.codes.hash(replyCode);
      const known = await this.gate.find(codeHash);
      if (known && key) {
        await this.requireSame(known, digestOf(record.sent));
        return { id: known.recordId, replyCode };
      }
      if (known) continue;
      if (key) {
        if (await this.gate.wasErased(codeHash)) throw erased();
        if (await this.isKeptInOtherWords(record.operation, key, language)) throw keyReused();
      }
      const id = await this.keep(record, codeHash);
      if (id) return { id, replyCode };
    }
  }

  /** Whether the same key was sent before, by somebody who read the page in another language. */
  private async isKeptInOtherWords(operation: string, key: string, language: LocaleName): Promise<boolean> {
    const code = await this.codes.derived(operation, key, language === 'en' ? 'es' : 'en');
    return (await this.gate.find(await this.codes.hash(code))) !== null;
  }

  /** The id of the new record, or null when the same code was kept in this very moment. */
  private async keep<Checked>(record: NewRecord<Checked>, codeHash: Buffer): Promise<string | null> {
    const checked = await record.check();
    const id = randomUUID();
    await this.envelope.begin(id);
    try {
      const write = await this.envelope.writing(id);
      const codeBound = await this.codes.bound(id, codeHash);
      const sent = write({ column: `${record.kind}.sent`, rowId: id }, digestOf(record.sent));
      await this.zone.as(record.by ?? { kind: 'person', recordId: id }, async (tx) => {
        await record.insert(tx, { id, codeHash, codeBound, sent, write }, checked);
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

  private async requireSame({ recordId, kind }: Opened, digest: string): Promise<void> {
    const rows = await this.zone.as({ kind: 'person', recordId }, (tx) =>
      tx.query<{ sent: Buffer }>(`SELECT sent FROM sealed.${kind} WHERE id = $1`, [recordId]),
    );
    const read = await this.envelope.reading([recordId]);
    const kept = rows[0] && read({ recordId, column: `${kind}.sent`, rowId: recordId }, rows[0].sent);
    if (kept !== digest) throw keyReused();
  }
}

function digestOf(sent: unknown): string {
  return sha256(JSON.stringify(sent)).toString('hex');
}

function erased(): Refusal {
  return new Refusal('RECORD_ERASED', 'This was deleted. To send it again, please begin again.');
}
