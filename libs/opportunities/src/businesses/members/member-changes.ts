import { Injectable } from '@nestjs/common';
import {
  EmailRequestLimits,
  findContact,
  GrantService,
  RateLimits,
  type Actor,
  type Browser,
} from '@upstander/identity';
import { Clock, Refusal, type Tx } from '@upstander/platform';
import { insertBusinessEvent } from '../business-store.js';
import type { AddBusinessMemberInput, BusinessMemberInput } from '../business.input.js';
import { BusinessNotifier } from '../mails/business-notifier.js';
import { MemberSeals } from './member-seals.js';

const maxMembers = 30;

@Injectable()
export class MemberChanges {
  constructor(
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly emails: EmailRequestLimits,
    private readonly grants: GrantService,
    private readonly notifier: BusinessNotifier,
    private readonly seals: MemberSeals,
  ) {}

  /**
   * Counts an invitation to an address whose owner requested no email.
   * @throws Refusal SOLUTION_NEEDED, TOO_MANY_TRIES
   */
  async admit(actor: Actor, browser: Browser, { email, solution }: AddBusinessMemberInput): Promise<void> {
    await this.limits.consume('business-invitation', String(actor.accountId));
    await this.emails.consume(actor, browser, { kind: 'business-invitation', email, solution });
  }

  /** Adds a new member, grants the account role and sends an email. @throws Refusal TOO_MANY_MEMBERS */
  async addMember(tx: Tx, actor: Actor, member: AddBusinessMemberInput & { accountId: string }): Promise<void> {
    const { businessId, accountId, name, email, role } = member;
    const at = this.clock.now();
    const inserted = await tx.query(
      `INSERT INTO opportunities.member (business_id, account_id, name, role, added_at, seal) SELECT $1, $2, $3, $4, $5, $7
       WHERE (SELECT count(*) FROM opportunities.member WHERE business_id = $1) < $6 RETURNING 1 AS made`,
      [
        businessId,
        accountId,
        name,
        role,
        at,
        maxMembers,
        this.seals.sealOf({ businessId, accountId, role, frozenAt: null }),
      ],
    );
    if (inserted.length === 0)
      throw new Refusal('TOO_MANY_MEMBERS', `No more than ${maxMembers} people act for one business.`);
    await this.grants.add(tx, actor, { accountId, role: 'business' });
    const change = { businessId, at, actorId: actor.accountId, kind: 'member_added' as const, note: name };
    const event = await insertBusinessEvent(tx, change);
    const contact = await findContact(tx, accountId);
    await this.notifier.notifyInvited(tx, { businessId, accountId, email, locale: contact?.locale ?? 'en', event });
  }

  /**
   * Removes a member, and their account role if it was their last business.
   * A frozen member can't be removed, because adding them again would lift the block.
   * @throws Refusal MEMBER_IS_FROZEN
   */
  async removeMember(tx: Tx, actor: Actor, { businessId, accountId }: BusinessMemberInput): Promise<void> {
    const [removed] = await tx.query<{ name: string; frozen: boolean }>(
      `DELETE FROM opportunities.member WHERE business_id = $1 AND account_id = $2
       RETURNING name, frozen_at IS NOT NULL AS frozen`,
      [businessId, accountId],
    );
    if (!removed) return;
    if (removed.frozen) {
      throw new Refusal('MEMBER_IS_FROZEN', 'We’ve frozen this person’s access. Write to us to remove them.');
    }
    const change = { businessId, at: this.clock.now(), actorId: actor.accountId, kind: 'member_removed' as const };
    await insertBusinessEvent(tx, { ...change, note: removed.name });
    const [another] = await tx.query('SELECT FROM opportunities.member WHERE account_id = $1 LIMIT 1', [accountId]);
    if (!another) await this.grants.remove(tx, actor, { accountId, role: 'business' });
  }

  async nameOf(tx: Tx, { businessId, accountId }: BusinessMemberInput): Promise<string> {
    const [member] = await tx.query<{ name: string }>(
      'SELECT name FROM opportunities.member WHERE business_id = $1 AND account_id = $2',
      [businessId, accountId],
    );
    return member?.name ?? '';
  }
}
