import { Injectable } from '@nestjs/common';
import { networksOf, RateLimits, tooManyTries, type Actor } from '@upstander/identity';
import { Refusal } from '@upstander/platform';
import { timingSafeEqual } from 'node:crypto';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { RecordKind } from '../records/record-kind.js';
import { ReplyCodes } from './reply-codes.js';
import { Turns } from './turns.js';

/** What a reply code opens. */
export interface Opened {
  recordId: string;
  kind: RecordKind;
}

const everybody = 'everybody';
/** How many may wait while there are more tries than the limit; each takes a few hundredths of a second. */
const mostWaiting = 1_000;

/** Where reply codes are tried. It looks at nothing but the network address before it has done the work of one try. */
@Injectable()
export class CodeGate {
  private readonly turns = new Turns(mostWaiting);

  constructor(
    private readonly codes: ReplyCodes,
    private readonly zone: SealedZone,
    private readonly limits: RateLimits,
  ) {}

  /**
   * The record that this code opens. Tries are counted for the network address and for everybody together; a right one
   * is not held against anybody, and forgives no wrong one. While everybody together tries more than is usual, tries
   * are made one after the other, by turns of networks: strangers who guess make a person wait, and never keep them out.
   * @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES.
   */
  async openByCode(actor: Actor, code: string): Promise<Opened> {
    await this.limits.consume('code-by-address', actor.address);
    const isCrowded = await this.limits.isAbove('code-by-everybody', everybody);
    const look = async () => this.find(await this.codes.hash(code));
    const found = await (isCrowded ? this.turns.waitForTurn(networkOf(actor), look, () => tooManyTries()) : look());
    if (!found) throw codeNotRight();
    await this.limits.giveBack('code-by-address', actor.address);
    if (!isCrowded) await this.limits.giveBack('code-by-everybody', everybody);
    return found;
  }

  /**
   * Looks a hashed code up, as a reader that sees the row of this code and no other. A hash that somebody put into another
   * record by force opens nothing.
   */
  async find(hash: Buffer): Promise<Opened | null> {
    const [row] = await this.zone.as({ kind: 'code', hash }, (tx) =>
      tx.query<Opened & { bound: Buffer }>(
        `SELECT id AS "recordId", 'application' AS kind, code_bound AS bound
         FROM sealed.application WHERE code_hash = sealed.code()
         UNION ALL SELECT id, 'consultation', code_bound FROM sealed.consultation WHERE code_hash = sealed.code()`,
      ),
    );
    if (!row) return null;
    const { bound, ...opened } = row;
    const right = await this.codes.bound(opened.recordId, hash);
    return bound.length === right.length && timingSafeEqual(bound, right) ? opened : null;
  }

  /** Whether what this code opened was erased by the person a while ago. */
  async wasErased(hash: Buffer): Promise<boolean> {
    const rows = await this.zone.as({ kind: 'code', hash }, (tx) =>
      tx.query('SELECT FROM sealed.erased WHERE code_hash = sealed.code()'),
    );
    return rows.length > 0;
  }
}

/** Who takes a turn: of IPv6 whoever has the wider network, or one customer would have as many turns as they like. */
function networkOf({ address }: Actor): string {
  return networksOf(address).at(-1) ?? address;
}

/** What a wrong code and a code of nothing (any more) are told. */
export function codeNotRight(): Refusal {
  return new Refusal('CODE_NOT_RIGHT', 'This code is not right. Please check the words.');
}
