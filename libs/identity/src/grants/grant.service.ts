import { Injectable } from '@nestjs/common';
import { badInput, Clock, Database, isUuid, notFound, Refusal, type Tx, violatedConstraint } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { requireOpen } from '../chapters/closed-chapter.js';
import { CustomGrants } from '../custom-roles/custom-grants.js';
import { CustomRoles } from '../custom-roles/custom-roles.service.js';
import { Notices } from '../notices/notices.js';
import { PowerChanges } from '../role-requests/power-changes.js';
import { RoleRequests } from '../role-requests/role-requests.service.js';
import { countOtherHolders } from '../role-requests/role-request-store.js';
import type { GrantInput, RevokeInput } from '../roles/grant.input.js';
import { powerfulRoles } from '../roles/role.js';
import { activeGrants } from '../accounts/rows/account-columns.js';

/** Changes apply from the next request. */
@Injectable()
export class GrantService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly requests: RoleRequests,
    private readonly notices: Notices,
    private readonly changes: PowerChanges,
    private readonly customRoles: CustomRoles,
    private readonly customGrants: CustomGrants,
  ) {}

  /** Grants a role, or requests a powerful one. Granting it again changes nothing. @throws as `add` */
  async grant(actor: Actor, input: GrantInput): Promise<string> {
    await this.db.transaction(async (tx) => {
      const isGranted = await this.add(tx, actor, input);
      if (isGranted) await this.notices.notifyOwner(tx, { kind: 'role-granted', ...input, by: actor.accountId });
    });
    return input.accountId;
  }

  /**
   * Revoking a role the account doesn't hold changes nothing.
   * @throws Refusal NOT_FOUND, LAST_ADMIN, or LAST_HOLDER unless `confirmLastHolder` is set
   */
  async revoke(actor: Actor, input: RevokeInput): Promise<string> {
    await this.db.transaction((tx) => this.remove(tx, actor, input));
    return input.accountId;
  }

  /** @throws as `revoke` */
  async remove(tx: Tx, actor: Actor, input: RevokeInput): Promise<void> {
    checkShape(input);
    if (input.customRoleId) return this.removeCustom(tx, actor, input, input.customRoleId);
    const { accountId, role } = input;
    const chapterId = input.chapterId ?? null;
    if (role === 'admin') await requireAnotherAdmin(tx, accountId);
    const [removedGrant] = await tx.query<{ requestId: string | null }>(
      `DELETE FROM identity."grant" WHERE account_id = $1 AND role = $2 AND chapter_id IS NOT DISTINCT FROM $3
       RETURNING request_id AS "requestId"`,
      [accountId, role, chapterId],
    );
    if (!removedGrant) return;
    const isPowerful = powerfulRoles.includes(role);
    if (isPowerful && !input.confirmLastHolder && (await countOtherHolders(tx, { role, chapterId, but: [] })) === 0)
      throw lastHolderRefusal();
    tx.afterCommit(() => void this.changes.notifyEnd(role, accountId));
    if (removedGrant.requestId) await this.requests.noteRevoked(tx, actor, removedGrant.requestId);
    await this.note(tx, actor, 'role-revoked', accountId);
    const notice = { kind: 'role-revoked', accountId, role, chapterId, by: actor.accountId } as const;
    await (isPowerful ? this.notices.notifyHolders(tx, notice) : this.notices.notifyOwner(tx, notice));
  }

  /**
   * Requests the role if it takes two people. Returns true if granted now.
   * @throws Refusal NOT_FOUND or BAD_INPUT; as `RoleRequests.request` for a powerful role
   */
  async add(tx: Tx, actor: Actor, input: GrantInput): Promise<boolean> {
    checkShape(input);
    await requireOpen(tx, input.chapterId);
    if (input.customRoleId) await this.customRoles.require(tx, input.customRoleId, input.role);
    if (powerfulRoles.includes(input.role)) {
      await this.requests.request(tx, actor, input);
      return false;
    }
    if (input.customRoleId) return this.addCustom(tx, actor, input, input.customRoleId);
    try {
      // A role that came from a group of the identity provider stays from now on.
      const insertedRows = await tx.query(
        `INSERT INTO identity."grant" (account_id, role, chapter_id, granted_by, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT grant_once DO UPDATE SET identity_id = NULL WHERE "grant".identity_id IS NOT NULL RETURNING id`,
        [input.accountId, input.role, input.chapterId ?? null, actor.accountId, this.clock.now()],
      );
      if (insertedRows.length > 0) await this.note(tx, actor, 'role-granted', input.accountId);
      return insertedRows.length > 0;
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'grant_account_id_fkey') throw notFound('This account');
      if (constraint === 'grant_chapter_id_fkey') throw notFound('This chapter');
      throw error;
    }
  }

  private async addCustom(tx: Tx, actor: Actor, input: GrantInput, customRoleId: string): Promise<boolean> {
    const isNew = await this.customGrants.insert(tx, {
      accountId: input.accountId,
      customRoleId,
      chapterId: input.chapterId ?? null,
      byCommandLine: false,
      requestId: null,
      grantedBy: actor.accountId,
      at: this.clock.now(),
    });
    if (isNew) await this.note(tx, actor, 'role-granted', input.accountId);
    return isNew;
  }

  /** The last holder needs no confirmation, because a holder of the base role can grant it again. */
  private async removeCustom(tx: Tx, actor: Actor, input: RevokeInput, customRoleId: string): Promise<void> {
    const { accountId, role } = input;
    const chapterId = input.chapterId ?? null;
    const [removedGrant] = await tx.query<{ requestId: string | null }>(
      `DELETE FROM identity.custom_grant
       WHERE account_id = $1 AND custom_role_id = $2 AND chapter_id IS NOT DISTINCT FROM $3
       RETURNING request_id AS "requestId"`,
      [accountId, customRoleId, chapterId],
    );
    if (!removedGrant) return;
    if (removedGrant.requestId) await this.requests.noteRevoked(tx, actor, removedGrant.requestId);
    await this.note(tx, actor, 'role-revoked', accountId);
    const notice = {
      kind: 'role-revoked',
      accountId,
      role,
      chapterId,
      customRoleId,
      by: actor.accountId,
    } as const;
    const isPowerful = powerfulRoles.includes(role);
    await (isPowerful ? this.notices.notifyHolders(tx, notice) : this.notices.notifyOwner(tx, notice));
  }

  private note(tx: Tx, actor: Actor, kind: 'role-granted' | 'role-revoked', accountId: string): Promise<void> {
    return noteSecurityEvent(tx, { kind, accountId, by: actor.accountId, at: this.clock.now() });
  }
}

function checkShape({ accountId, role, chapterId, customRoleId }: GrantInput): void {
  if (!isUuid(accountId)) throw notFound('This account');
  if (chapterId && !isUuid(chapterId)) throw notFound('This chapter');
  if (customRoleId && !isUuid(customRoleId)) throw notFound('This role');
  if (role === 'admin' && chapterId) throw badInput({ chapterId: 'admin-is-for-all' }, 'An admin is for all chapters.');
}

/**
 * Locks all admins, so two can't remove each other.
 * @throws Refusal LAST_ADMIN
 */
export async function requireAnotherAdmin(tx: Tx, leavingId: string): Promise<void> {
  const admins = await tx.query<{ account_id: string }>(
    `SELECT g.account_id FROM ${activeGrants} WHERE g.role = 'admin' ORDER BY g.id FOR UPDATE OF g`,
  );
  if (admins.some(({ account_id: id }) => id !== leavingId)) return;
  throw new Refusal('LAST_ADMIN', 'This is the last admin. Make someone else an admin first.');
}

function lastHolderRefusal(): Refusal {
  return new Refusal(
    'LAST_HOLDER',
    'No one else has this role. If you remove this person, only the person who runs the server can grant it again.',
  );
}
