import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Refusal } from '@upstander/platform';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { RecordKind } from '../records/record-kind.js';
import { ReplyCodes } from './reply-codes.js';

/** What a reply code opens. */
export interface Opened {
  recordId: string;
  kind: RecordKind;
}

const everybody = 'everybody';

/** Where reply codes are tried. It looks at nothing but the network address before it has done the work of one try. */
@Injectable()
export class CodeGate {
  constructor(
    private readonly codes: ReplyCodes,
    private readonly zone: SealedZone,
    private readonly limits: RateLimits,
  ) {}

  /**
   * The record that this code opens. Tries are counted for the network address and for everybody together; a right one
   * is not held against anybody, and forgives no wrong one.
   * @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES.
   */
  async open(actor: Actor, code: string): Promise<Opened> {
    await this.limits.take('code-by-address', actor.address);
    await this.limits.take('code-by-everybody', everybody);
    const found = await this.find(await this.codes.hash(code));
    if (!found) throw codeNotRight();
    await this.limits.giveBack('code-by-address', actor.address);
    await this.limits.giveBack('code-by-everybody', everybody);
    return found;
  }

  /** Looks a hashed code up, with eyes that see the row of this code and no other. */
  async find(hash: Buffer): Promise<Opened | null> {
    const rows = await this.zone.as({ kind: 'code', hash }, (tx) =>
      tx.query<Opened & Record<string, unknown>>(
        `SELECT id AS "recordId", 'application' AS kind FROM sealed.application WHERE code_hash = sealed.code()
         UNION ALL SELECT id, 'consultation' FROM sealed.consultation WHERE code_hash = sealed.code()`,
      ),
    );
    return rows[0] ?? null;
  }

  /** Whether what this code opened was erased by the person a while ago. */
  async wasErased(hash: Buffer): Promise<boolean> {
    const rows = await this.zone.as({ kind: 'code', hash }, (tx) =>
      tx.query('SELECT FROM sealed.erased WHERE code_hash = sealed.code()'),
    );
    return rows.length > 0;
  }
}

/** What a wrong code and a code of nothing (any more) are told. */
export function codeNotRight(): Refusal {
  return new Refusal('CODE_NOT_RIGHT', 'This code is not right. Please check the four words.');
}
