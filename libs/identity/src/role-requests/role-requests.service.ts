import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock, Config, Database, isUuid, notFound, Refusal, type Tx, violatedConstraint } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { noteSecurityEvent, type SecurityEventKind } from '../security-events/security-event.js';
import { isClosed, requireOpen } from '../chapters/closed-chapter.js';
import type { GrantInput } from '../roles/grant.input.js';
import { Notices } from '../notices/notices.js';
import { CustomGrants } from '../custom-roles/custom-grants.js';
import { GrantSeals } from '../seals/grant-seals.js';
import { RequestSeals } from './request-seals.js';
import { FreshSecondStep } from '../authenticators/fresh-second-step.js';
import { secondPersonRefusal, TwoPersonRule } from '../two-people/two-people.js';
import { PowerChanges } from './power-changes.js';
import { RoleRequest } from './role-request.entity.js';
import { isHolder, lockRequest, countOtherHolders } from './role-request-store.js';

/**
 * One person requests a powerful role, another holder approves it, and it starts after a waiting period for objections.
 */
@Injectable()
export class RoleRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly people: TwoPersonRule,
    private readonly notices: Notices,
    private readonly grants: GrantSeals,
    private readonly customGrants: CustomGrants,
    private readonly seals: RequestSeals,
    private readonly changes: PowerChanges,
  ) {}

  /**
   * Repeating an open request changes nothing.
   * @throws Refusal NOT_FOUND, SECOND_STEP_AGAIN, OTHER_ROLE_REQUESTED, or NO_SECOND_PERSON; in this case only the operator can grant it
   */
  async request(tx: Tx, actor: Actor, input: GrantInput): Promise<void> {
    await this.freshSecondStep.require(tx, actor);
    const { accountId, role } = input;
    const chapterId = input.chapterId ?? null;
    const customRoleId = input.customRoleId ?? null;
    if ((await countOtherHolders(tx, { role, chapterId, but: [actor.accountId, accountId] })) === 0) {
      throw new Refusal(
        'NO_SECOND_PERSON',
        'No one else with this role can approve this. The person who runs the server can grant it from the command line.',
      );
    }
    const at = this.clock.now();
    const isNew = await this.insert(tx, actor, { accountId, role, chapterId, customRoleId }, at);
    if (!isNew) {
      await this.refuseDifferentRequest(tx, { accountId, role, chapterId, customRoleId });
      return;
    }
    await this.note(tx, 'role-requested', accountId, actor.accountId);
    await this.notices.notifyHolders(tx, {
      kind: 'role-requested',
      accountId,
      by: actor.accountId,
      role,
      chapterId,
      customRoleId,
    });
  }

  /**
   * Starts the waiting period, or the role if there is none. Idempotent.
   * @throws Refusal NOT_FOUND, SECOND_STEP_AGAIN, SECOND_PERSON_NEEDED, NOT_TWO_PEOPLE, ROLE_REQUEST_DECIDED or
   * CHAPTER_CLOSED
   */
  async approve(actor: Actor, id: string): Promise<void> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      await this.freshSecondStep.require(tx, actor);
      const request = await this.lockSeen(tx, actor, id);
      if (request.approvedBy === actor.accountId && request.status !== 'rejected') return;
      if (request.status !== 'requested' || request.expiresAt <= at) throw decidedRefusal();
      // Written outside the application, so the named requester never requested it.
      if (!this.seals.isGenuine(request)) throw notFound('This request');
      if (actor.accountId === request.requestedBy || actor.accountId === request.accountId) throw secondPersonNeeded();
      if (!isHolder(await this.grants.findVerifiedRoles(tx, actor.accountId), request)) throw secondPersonNeeded();
      await requireOpen(tx, request.chapterId);
      await this.people.require(tx, request.requestedBy, actor.accountId, at);
      const beginsAt = new Date(at.valueOf() + this.config.ROLE_WAIT_HOURS * 3_600_000);
      const approved = await this.setApproved(tx, request, actor.accountId, at, beginsAt);
      await this.note(tx, 'role-approved', request.accountId, actor.accountId);
      if (beginsAt <= at) return this.begin(tx, approved, at);
      await this.notices.notifyHolders(tx, {
        kind: 'role-approved',
        ...pickSubject(request),
        by: actor.accountId,
        beginsAt,
      });
    });
  }

  /**
   * Open to holders of the role, admins and the requester until the role starts, even after approval.
   * @throws Refusal NOT_FOUND or ROLE_REQUEST_DECIDED
   */
  async reject(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const request = await this.lockSeen(tx, actor, id);
      if (request.status === 'rejected') return;
      if (request.status !== 'requested' && request.status !== 'approved') throw decidedRefusal();
      await this.end(tx, request, 'rejected', actor.accountId);
      await this.note(tx, 'role-rejected', request.accountId, actor.accountId);
      await this.notices.notifyHolders(tx, { kind: 'role-rejected', ...pickSubject(request), by: actor.accountId });
    });
  }

  /** Activates approved requests after the waiting period and expires requests without approval. Idempotent. */
  async beginDue(): Promise<void> {
    const now = this.clock.now();
    const dueRequests = await this.db.query<{ id: string }>(
      `SELECT id FROM identity.role_request
       WHERE status = 'approved' AND begins_at <= $1 OR status = 'requested' AND expires_at <= $1 ORDER BY requested_at`,
      [now],
    );
    for (const { id } of dueRequests) await this.db.transaction((tx) => this.beginOrExpire(tx, id, now));
  }

  async noteRevoked(tx: Tx, actor: Actor, requestId: string): Promise<void> {
    const endedValues = { status: 'revoked', endedBy: actor.accountId, endedAt: this.clock.now() } as const;
    await tx.manager.update(RoleRequest, { id: requestId, status: 'active' }, endedValues);
  }

  private async beginOrExpire(tx: Tx, id: string, now: Date): Promise<void> {
    const request = await lockRequest(tx, id);
    if (request?.status === 'requested' && request.expiresAt <= now) {
      await this.end(tx, request, 'expired', null);
      return this.notices.notifyOwner(tx, { kind: 'role-expired', ...pickSubject(request) });
    }
    if (request?.status !== 'approved' || !request.beginsAt || request.beginsAt > now) return;
    const requesterRole = { role: 'admin', chapterId: null } as const;
    // Re-checks both approvers, so attackers who lost access during the waiting period can't grant a role.
    const isStillValid =
      !(await isClosed(tx, request.chapterId)) &&
      this.seals.isGenuine(request) &&
      isHolder(await this.grants.findVerifiedRoles(tx, request.approvedBy), request) &&
      isHolder(await this.grants.findVerifiedRoles(tx, request.requestedBy), requesterRole) &&
      (await this.people.areDistinct(tx, request.requestedBy, request.approvedBy, request.approvedAt ?? now));
    if (isStillValid) return this.begin(tx, request, now);
    await this.end(tx, request, 'rejected', null);
    await this.notices.notifyHolders(tx, { kind: 'role-rejected', ...pickSubject(request) });
  }

  private async begin(tx: Tx, request: RoleRequest, at: Date): Promise<void> {
    await tx.manager.update(RoleRequest, request.id, { status: 'active', begunAt: at });
    const { accountId, role, chapterId, id: requestId, requestedBy: grantedBy } = request;
    const grant = { accountId, chapterId, byCommandLine: false, requestId, grantedBy, at };
    if (request.customRoleId) await this.customGrants.insert(tx, { ...grant, customRoleId: request.customRoleId });
    else {
      await this.grants.insert(tx, { ...grant, role });
      await this.changes.notifyBegin(role, accountId);
    }
    await this.note(tx, 'role-granted', request.accountId, request.requestedBy);
    await this.notices.notifyHolders(tx, { kind: 'role-begun', ...pickSubject(request), by: request.requestedBy });
  }

  /** One request for an account, a base role and a chapter is open at a time. */
  private async refuseDifferentRequest(
    tx: Tx,
    { accountId, role, chapterId, customRoleId }: RequestedRole,
  ): Promise<void> {
    const others = await tx.query(
      `SELECT FROM identity.role_request WHERE account_id = $1 AND role = $2 AND chapter_id IS NOT DISTINCT FROM $3::uuid
         AND status IN ('requested', 'approved') AND custom_role_id IS DISTINCT FROM $4::uuid`,
      [accountId, role, chapterId, customRoleId],
    );
    if (others.length > 0)
      throw new Refusal(
        'OTHER_ROLE_REQUESTED',
        'A similar role is already requested for this person. Approve or decline that request first.',
      );
  }

  private async insert(
    tx: Tx,
    actor: Actor,
    { accountId, role, chapterId, customRoleId }: RequestedRole,
    at: Date,
  ): Promise<boolean> {
    const expiresAt = new Date(at.valueOf() + this.config.ROLE_REQUEST_DAYS * 86_400_000);
    const request = {
      id: randomUUID(),
      accountId,
      role,
      chapterId,
      customRoleId,
      requestedBy: actor.accountId,
      requestedAt: at,
      expiresAt,
      approvedBy: null,
      approvedAt: null,
      beginsAt: null,
    };
    try {
      const insertedRows = await tx.query(
        `INSERT INTO identity.role_request
           (id, account_id, role, chapter_id, custom_role_id, status, requested_by, requested_at, expires_at, seal)
         SELECT $7, $1, $2, $3, $9, 'requested', $4, $5, $6, $8 WHERE NOT EXISTS (
           SELECT FROM identity."grant" WHERE account_id = $1 AND role = $2 AND chapter_id IS NOT DISTINCT FROM $3::uuid
         ) AND NOT EXISTS (
           SELECT FROM identity.custom_grant
           WHERE account_id = $1 AND custom_role_id = $9::uuid AND chapter_id IS NOT DISTINCT FROM $3::uuid
         ) ON CONFLICT (account_id, role, chapter_id) WHERE status IN ('requested', 'approved') DO NOTHING RETURNING id`,
        [
          accountId,
          role,
          chapterId,
          actor.accountId,
          at,
          expiresAt,
          request.id,
          this.seals.sealOf({ ...request, status: 'requested' }),
          customRoleId,
        ],
      );
      return insertedRows.length > 0;
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'role_request_account_id_fkey') throw notFound('This account');
      if (constraint === 'role_request_chapter_id_fkey') throw notFound('This chapter');
      if (constraint === 'custom_role_retired') throw notFound('This role');
      throw error;
    }
  }

  /** db/functions/identity/keep_role_request.sql rejects approval by the requester. */
  private async setApproved(
    tx: Tx,
    request: RoleRequest,
    by: string | null,
    at: Date,
    beginsAt: Date,
  ): Promise<RoleRequest> {
    const change = { status: 'approved', approvedBy: by, approvedAt: at, beginsAt } as const;
    const approved = { ...request, ...change };
    try {
      await tx.manager.update(RoleRequest, request.id, { ...change, seal: this.seals.sealOf(approved) });
      return approved;
    } catch (error) {
      if (violatedConstraint(error) === 'role_request_two_people') throw secondPersonRefusal();
      throw error;
    }
  }

  /** Locks a request. Reports it as not found to actors who are neither admins nor holders of the role. */
  private async lockSeen(tx: Tx, actor: Actor, id: string): Promise<RoleRequest> {
    const request = isUuid(id) ? await lockRequest(tx, id) : null;
    const isVisible =
      request &&
      actor.grants.some(
        ({ role, chapterId }) =>
          role === 'admin' || (role === request.role && (chapterId === null || chapterId === request.chapterId)),
      );
    if (!request || !isVisible) throw notFound('This request');
    return request;
  }

  private async end(tx: Tx, { id }: RoleRequest, status: 'rejected' | 'expired', by: string | null): Promise<void> {
    await tx.manager.update(RoleRequest, id, { status, endedBy: by, endedAt: this.clock.now() });
  }

  private note(tx: Tx, kind: SecurityEventKind, accountId: string, by: string | null): Promise<void> {
    return noteSecurityEvent(tx, { kind, accountId, by, at: this.clock.now() });
  }
}

type RequestedRole = Pick<RoleRequest, 'accountId' | 'role' | 'chapterId' | 'customRoleId'>;

function pickSubject({ accountId, role, chapterId, customRoleId }: RoleRequest): RequestedRole {
  return { accountId, role, chapterId, customRoleId };
}

function decidedRefusal(): Refusal {
  return new Refusal('ROLE_REQUEST_DECIDED', 'This request is decided already, or has expired.');
}

function secondPersonNeeded(): Refusal {
  return new Refusal('SECOND_PERSON_NEEDED', 'Someone else with this role has to approve this.');
}
