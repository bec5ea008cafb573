import { Injectable } from '@nestjs/common';
import { badInput, Clock, Database, isUuid, notThere, Refusal, type Tx, violatedConstraint } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { noteSecurityEvent } from '../accounts/security-event.entity.js';
import type { GrantInput } from './grant.input.js';

/** Who holds which role. A change counts from the next request on: sessions read the roles anew each time. */
@Injectable()
export class GrantService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Gives a role; giving it again changes nothing. @throws Refusal NOT_FOUND or BAD_INPUT */
  async grant(actor: Actor, input: GrantInput): Promise<string> {
    await this.db.transaction((tx) => this.add(tx, actor, input));
    return input.accountId;
  }

  /**
   * Takes a role away; taking what is not held changes nothing.
   * @throws Refusal NOT_FOUND or LAST_ADMIN: somebody must be able to give roles.
   */
  async revoke(actor: Actor, input: GrantInput): Promise<string> {
    await this.db.transaction((tx) => this.remove(tx, actor, input));
    return input.accountId;
  }

  /** Takes a role away inside a transaction that is already open. @throws as `revoke` */
  async remove(tx: Tx, actor: Actor, input: GrantInput): Promise<void> {
    checkShape(input);
    if (input.role === 'admin') await anotherAdminStays(tx, input.accountId);
    const gone = await tx.query(
      `DELETE FROM identity."grant" WHERE account_id = $1 AND role = $2 AND chapter_id IS NOT DISTINCT FROM $3
       RETURNING id`,
      [input.accountId, input.role, input.chapterId ?? null],
    );
    if (gone.length > 0) await this.note(tx, actor, 'role-revoked', input.accountId);
  }

  /** Gives a role inside a transaction that is already open. */
  async add(tx: Tx, actor: Actor, input: GrantInput): Promise<void> {
    checkShape(input);
    try {
      const made = await tx.query(
        `INSERT INTO identity."grant" (account_id, role, chapter_id) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING id`,
        [input.accountId, input.role, input.chapterId ?? null],
      );
      if (made.length > 0) await this.note(tx, actor, 'role-granted', input.accountId);
    } catch (error) {
      const broken = violatedConstraint(error);
      if (broken === 'grant_account_id_fkey') throw notThere('This account');
      if (broken === 'grant_chapter_id_fkey') throw notThere('This chapter');
      throw error;
    }
  }

  private note(tx: Tx, actor: Actor, kind: 'role-granted' | 'role-revoked', accountId: string): Promise<void> {
    return noteSecurityEvent(tx, { kind, accountId, by: actor.accountId, at: this.clock.now() });
  }
}

function checkShape({ accountId, role, chapterId }: GrantInput): void {
  if (!isUuid(accountId)) throw notThere('This account');
  if (chapterId && !isUuid(chapterId)) throw notThere('This chapter');
  if (role === 'admin' && chapterId) throw badInput({ chapterId: 'admin-is-for-all' }, 'An admin is for all chapters.');
}

/** Locks all admins first: two who remove each other at once must not both succeed. */
async function anotherAdminStays(tx: Tx, leaving: string): Promise<void> {
  const admins = await tx.query<{ account_id: string }>(
    `SELECT g.account_id FROM identity."grant" g JOIN identity.account a ON a.id = g.account_id
     WHERE g.role = 'admin' AND a.disabled_at IS NULL ORDER BY g.id FOR UPDATE OF g`,
  );
  if (admins.some(({ account_id: id }) => id !== leaving)) return;
  throw new Refusal('LAST_ADMIN', 'This is the last admin. Make somebody else one first.');
}
