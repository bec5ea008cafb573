import { Injectable } from '@nestjs/common';
import { type Acknowledgement, Clock, Database, JobQueue, notFound, type Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.js';
import { AccountCreation } from '../accounts/account-creation.js';
import { FreshSecondStep } from '../authenticators/fresh-second-step.js';
import type { LocaleName } from '../languages/locale.js';
import { staffCondition, staffRoles } from '../roles/role.js';
import { AccountSeals } from '../accounts/rows/account-seals.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { SessionService } from '../sessions/session.service.js';
import { GroupGrants } from './group-grants.js';
import { IdentitySeals, type SealedIdentity } from './identity-seals.js';
import { SsoError } from './sso-error.js';

/** A user of the identity provider whose address is verified and allowed. */
export interface ProviderUser {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly locale: LocaleName;
  readonly groups: readonly string[];
}

/** Links users of the identity provider to accounts. */
@Injectable()
export class IdentityLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly accounts: AccountSeals,
    private readonly creation: AccountCreation,
    private readonly seals: IdentitySeals,
    private readonly groupGrants: GroupGrants,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly sessions: SessionService,
  ) {}

  /**
   * Returns the ID of the user's account, with the roles of their groups. The first sign-in links the account of the same
   * address, or creates one if a group gives a role.
   * @throws SsoError `unknown` or `other-link`
   */
  resolveAccount(user: ProviderUser): Promise<string> {
    return this.db.transaction(async (tx) => {
      const roles = await this.groupGrants.rolesOf(tx, user.groups);
      const known = await this.seals.find(tx, user);
      const accountId = known?.accountId ?? (await this.findOrCreateAccount(tx, user, roles.length > 0));
      await this.requireOpen(tx, accountId);
      const link = known ?? (await this.link(tx, user, accountId));
      await this.groupGrants.update(tx, link, roles);
      await tx.query('UPDATE identity.sign_in_identity SET last_used_at = $2 WHERE id = $1', [
        link.id,
        this.clock.now(),
      ]);
      // Not for a known link: the roles that ended must be gone, although the sign-in is refused later.
      if (!known) await this.requireStaff(tx, accountId);
      return accountId;
    });
  }

  /** Removes the caller's link and the roles that came with it. @throws Refusal NOT_FOUND or SECOND_STEP_AGAIN */
  async unlink(actor: Actor): Promise<Acknowledgement> {
    const accountId = actor.accountId ?? '';
    await this.db.transaction(async (tx) => {
      await this.freshSecondStep.require(tx, actor);
      await this.accounts.lock(tx, accountId);
      const links = await tx.query<{ id: string }>(
        'SELECT id FROM identity.sign_in_identity WHERE account_id = $1 FOR UPDATE',
        [accountId],
      );
      if (links.length === 0) throw notFound('This link');
      for (const { id } of links) await this.groupGrants.update(tx, { id, accountId }, []);
      await tx.query('DELETE FROM identity.sign_in_identity WHERE account_id = $1', [accountId]);
      await this.sessions.endOthers(tx, accountId, actor.sessionId ?? '');
      await this.notify(tx, 'sso-unlinked', accountId);
    });
    return { ok: true };
  }

  private async findOrCreateAccount(tx: Tx, user: ProviderUser, mayCreate: boolean): Promise<string> {
    const known = await this.creation.find(tx, user.email);
    if (!known && !mayCreate) throw new SsoError('unknown');
    return known ?? (await this.creation.findOrCreate(tx, user, { by: null, at: this.clock.now() }));
  }

  private async link(tx: Tx, user: ProviderUser, accountId: string): Promise<SealedIdentity> {
    const at = this.clock.now();
    // Another request may have linked it while this one waited for the account.
    const existing = await this.seals.find(tx, user);
    if (existing?.accountId === accountId) return existing;
    const link = { id: randomUUID(), accountId, issuer: user.issuer, subject: user.subject };
    const inserted = await tx.query(
      `INSERT INTO identity.sign_in_identity (id, account_id, issuer, subject, created_at, last_used_at, seal)
       VALUES ($1, $2, $3, $4, $5, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
      [link.id, accountId, link.issuer, link.subject, at, this.seals.sealOf(link)],
    );
    if (inserted.length === 0) throw new SsoError('other-link', 'other-link', accountId);
    await this.notify(tx, 'sso-linked', accountId);
    return link;
  }

  /** Locks the account. */
  private async requireOpen(tx: Tx, accountId: string): Promise<void> {
    const account = await this.accounts.find(tx, accountId);
    if (!account || account.disabledAt || this.accounts.stateOf(account) === 'changed')
      throw new SsoError('unknown', 'closed', accountId);
  }

  private async requireStaff(tx: Tx, accountId: string): Promise<void> {
    const staff = await tx.query(`SELECT WHERE ${staffCondition('$1::uuid', '$2')}`, [accountId, staffRoles]);
    if (staff.length === 0) throw new SsoError('unknown', 'no-role', accountId);
  }

  private async notify(tx: Tx, kind: 'sso-linked' | 'sso-unlinked', accountId: string): Promise<void> {
    await noteSecurityEvent(tx, { kind, accountId, at: this.clock.now() });
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
  }
}
