import { Injectable } from '@nestjs/common';
import { Clock, Database, JobQueue, Secrets, type Tx } from '@upstander/platform';
import { createHmac, randomBytes } from 'node:crypto';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { RecoveryCode } from './recovery-code.entity.js';

const codesPerAccount = 10;
const codeLength = 10;
/** 32 characters that can't be confused in print: no 0, 1, I and O. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Ten codes to print. Each replaces one code from the authenticator app, for example after the phone was lost. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly queue: JobQueue,
  ) {}

  /** Replaces all codes of the account. Returns the new ones, which can't be read later. */
  async replace(tx: Tx, accountId: string): Promise<string[]> {
    const at = this.clock.now();
    const codes = Array.from({ length: codesPerAccount }, newCode);
    await this.delete(tx, accountId);
    await tx.manager.insert(
      RecoveryCode,
      codes.map((code) => ({ accountId, codeHash: this.hashOf(accountId, code), createdAt: at })),
    );
    await noteSecurityEvent(tx, { kind: 'recovery-codes-created', accountId, at });
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
    return codes.map((code) => `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`);
  }

  /** Uses up a code and notifies the owner. Returns false for a wrong or used code. */
  async use(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const at = this.clock.now();
    const used = await tx.query(
      `UPDATE identity.recovery_code SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING id`,
      [accountId, this.hashOf(accountId, normalized(code)), at],
    );
    if (used.length === 0) return false;
    await noteSecurityEvent(tx, { kind: 'recovery-code-used', accountId, at });
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
    return true;
  }

  async count(accountId: string, db: Pick<Database, 'query'> = this.db): Promise<number> {
    const [row] = await db.query<{ left: number }>(
      'SELECT count(*)::int AS left FROM identity.recovery_code WHERE account_id = $1 AND used_at IS NULL',
      [accountId],
    );
    return row!.left;
  }

  async delete(tx: Tx, accountId: string): Promise<void> {
    await tx.query('DELETE FROM identity.recovery_code WHERE account_id = $1', [accountId]);
  }

  private hashOf(accountId: string, code: string): Buffer {
    return createHmac('sha256', this.secrets.keyFor('recovery-code', accountId)).update(code).digest();
  }
}

/** True for text in the format of a recovery code, in any case, with or without its hyphen. */
export function isRecoveryCode(text: string): boolean {
  const code = normalized(text);
  return code.length === codeLength && [...code].every((character) => alphabet.includes(character));
}

function normalized(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}

/** 50 random bits. */
function newCode(): string {
  return [...randomBytes(codeLength)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
