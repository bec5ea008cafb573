import { Injectable } from '@nestjs/common';
import { networksOf, RateLimits, tooManyTries, type Actor } from '@upstander/identity';
import { Refusal } from '@upstander/platform';
import { timingSafeEqual } from 'node:crypto';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { RecordKind } from '../records/record-kind.js';
import { ReplyCodes } from './reply-codes.js';
import { FairQueue } from './fair-queue.js';

export interface OpenedRecord {
  recordId: string;
  kind: RecordKind;
}

const sharedKey = 'everybody';
/** Maximum number of waiting attempts while attempts exceed the limit. Each takes a few hundredths of a second. */
const maxWaiting = 1_000;

/** Verifies reply codes. Checks only the network address before computing one slow hash. */
@Injectable()
export class CodeGate {
  private readonly turns = new FairQueue(maxWaiting);

  constructor(
    private readonly codes: ReplyCodes,
    private readonly zone: SealedZone,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Returns the record that a code opens. Attempts count per network address and in total; a correct code is refunded.
   * Above the total limit, attempts run one at a time with networks taking turns, so someone guessing codes slows
   * others down but never locks them out.
   * @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES
   */
  async openByCode(actor: Actor, code: string): Promise<OpenedRecord> {
    await this.limits.consume('code-by-address', actor.address);
    const isCrowded = await this.limits.isExceeded('code-by-everybody', sharedKey);
    const findRecord = async () => this.find(await this.codes.hash(code));
    const record = await (isCrowded
      ? this.turns.waitForTurn(networkOf(actor), findRecord, () => tooManyTries())
      : findRecord());
    if (!record) throw wrongCodeRefusal();
    await this.limits.giveBackPoint('code-by-address', actor.address);
    if (!isCrowded) await this.limits.giveBackPoint('code-by-everybody', sharedKey);
    return record;
  }

  /**
   * Finds a record by hashed code, as a reader that sees only that row. A hash that was copied to another record opens
   * nothing.
   */
  async find(hash: Buffer): Promise<OpenedRecord | null> {
    const [row] = await this.zone.runAs({ kind: 'code', hash }, (tx) =>
      tx.query<OpenedRecord & { bound: Buffer }>(
        `SELECT id AS "recordId", 'application' AS kind, code_bound AS bound
         FROM sealed.application WHERE code_hash = sealed.code()
         UNION ALL SELECT id, 'consultation', code_bound FROM sealed.consultation WHERE code_hash = sealed.code()`,
      ),
    );
    if (!row) return null;
    const { bound: boundHash, ...openedRecord } = row;
    const expected = await this.codes.bindingMac(openedRecord.recordId, hash);
    return boundHash.length === expected.length && timingSafeEqual(boundHash, expected) ? openedRecord : null;
  }

  /** True if the person recently erased the record of this code. */
  async wasErased(hash: Buffer): Promise<boolean> {
    const rows = await this.zone.runAs({ kind: 'code', hash }, (tx) =>
      tx.query('SELECT FROM sealed.erased WHERE code_hash = sealed.code()'),
    );
    return rows.length > 0;
  }
}

/** Groups IPv6 addresses by the wider network. Otherwise one subscriber could take as many turns as they like. */
function networkOf({ address }: Actor): string {
  return networksOf(address).at(-1) ?? address;
}

/** The same refusal for a wrong code and for the code of a missing record. */
export function wrongCodeRefusal(): Refusal {
  return new Refusal('CODE_NOT_RIGHT', 'This code isn’t right. Please check the words.');
}
