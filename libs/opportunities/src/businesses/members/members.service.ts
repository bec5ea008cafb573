import { Injectable } from '@nestjs/common';
import { AccountCreation, type Actor, type Browser } from '@upstander/identity';
import { Clock, Database, isUuid, notFound, personName, Refusal, type Tx } from '@upstander/platform';
import { lockBusiness, insertBusinessEvent } from '../business-store.js';
import { type AddBusinessMemberInput, type BusinessMemberInput, longestMemberName } from '../business.input.js';
import type { BusinessRole } from '../business-status.js';
import type { MyBusiness } from '../my-business.js';
import { MyBusinesses } from '../my-businesses.js';
import { MemberSeals } from './member-seals.js';
import { BusinessMembers, ownersOnlyRefusal } from './business-members.js';
import { MemberChanges } from './member-changes.js';

@Injectable()
export class Members {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly members: BusinessMembers,
    private readonly changes: MemberChanges,
    private readonly reads: MyBusinesses,
    private readonly accounts: AccountCreation,
    private readonly seals: MemberSeals,
  ) {}

  /**
   * The response doesn't reveal if the new member already had an account. An existing member gets the requested role
   * and no email.
   * @throws Refusal NOT_FOUND, MEMBER_FROZEN, OWNERS_ONLY, BAD_INPUT, LAST_OWNER, TOO_MANY_MEMBERS, SOLUTION_NEEDED,
   * TOO_MANY_TRIES
   */
  async add(actor: Actor, browser: Browser, input: AddBusinessMemberInput): Promise<MyBusiness> {
    await this.members.require(actor, input.businessId, { role: 'owner' });
    const name = personName('name', input.name, longestMemberName);
    await this.changes.admit(actor, browser, input);
    await this.db.transaction(async (tx) => {
      await this.lockAsOwner(tx, actor, input.businessId);
      const invitee = { email: input.email, name, locale: actor.locale ?? 'en' } as const;
      const accountId = await this.accounts.findOrCreate(tx, invitee, { by: actor.accountId, at: this.clock.now() });
      const [existing] = await tx.query<{ role: BusinessRole }>(
        'SELECT role FROM opportunities.member WHERE business_id = $1 AND account_id = $2',
        [input.businessId, accountId],
      );
      if (existing)
        await this.setRole(tx, actor, { businessId: input.businessId, accountId }, existing.role, input.role);
      else await this.changes.addMember(tx, actor, { ...input, name, accountId });
    });
    return this.reads.findOne(actor, input.businessId);
  }

  /**
   * Any member can leave. Removing a non-member does nothing.
   * @throws Refusal NOT_FOUND, MEMBER_FROZEN, OWNERS_ONLY, LAST_OWNER, MEMBER_IS_FROZEN
   */
  async remove(actor: Actor, input: BusinessMemberInput): Promise<MyBusiness> {
    await this.members.require(actor, input.businessId);
    const member = { businessId: input.businessId, accountId: input.accountId.toLowerCase() };
    if (!isUuid(member.accountId)) throw notFound('This person');
    const before = await this.reads.findOne(actor, input.businessId);
    await this.db.transaction(async (tx) => {
      await lockBusiness(tx, member.businessId);
      const { role } = await this.members.require(actor, member.businessId, { tx });
      if (role !== 'owner' && member.accountId !== actor.accountId) throw ownersOnlyRefusal();
      await this.requireOtherOwner(tx, member);
      await this.changes.removeMember(tx, actor, member);
    });
    // A member who just left can no longer read the business, so the response comes from the earlier read.
    const withoutActor = {
      ...before,
      members: before.members.filter(({ accountId }) => accountId !== member.accountId),
    };
    return member.accountId === actor.accountId ? withoutActor : this.reads.findOne(actor, member.businessId);
  }

  private async lockAsOwner(tx: Tx, actor: Actor, businessId: string): Promise<void> {
    await lockBusiness(tx, businessId);
    await this.members.require(actor, businessId, { role: 'owner', tx });
  }

  private async setRole(
    tx: Tx,
    actor: Actor,
    member: BusinessMemberInput,
    before: BusinessRole,
    role: BusinessRole,
  ): Promise<void> {
    if (before === role) return;
    if (role !== 'owner') await this.requireOtherOwner(tx, member);
    const { businessId, accountId } = member;
    await this.seals.update(tx, { businessId, accountId }, { role });
    const change = { businessId, at: this.clock.now(), actorId: actor.accountId, kind: 'member_role' as const };
    await insertBusinessEvent(tx, { ...change, note: await this.changes.nameOf(tx, member) });
  }

  /** At least one owner who isn't frozen must remain. */
  private async requireOtherOwner(tx: Tx, { businessId, accountId }: BusinessMemberInput): Promise<void> {
    const owners = await tx.query<{ id: string }>(
      `SELECT account_id AS id FROM opportunities.member
       WHERE business_id = $1 AND role = 'owner' AND frozen_at IS NULL`,
      [businessId],
    );
    const isOwner = owners.some(({ id }) => id === accountId);
    if (!isOwner || owners.length > 1) return;
    throw new Refusal('LAST_OWNER', 'This is the last owner. Make someone else an owner first.');
  }
}
