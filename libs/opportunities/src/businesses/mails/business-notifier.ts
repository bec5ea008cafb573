import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Outbox, type MailDataByTemplate } from '@upstander/notifications';
import { Clock, type Tx } from '@upstander/platform';
import { BusinessMembers } from '../members/business-members.js';
import type { BusinessMailName } from './business-mail.js';

@Injectable()
export class BusinessNotifier {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly members: BusinessMembers,
  ) {}

  /** Emails every owner who isn't frozen. `part` identifies the cause, so no owner gets two emails for one cause. */
  async notifyOwners<Name extends BusinessMailName>(
    tx: Tx,
    template: Name,
    businessId: string,
    part: string,
    data: MailDataByTemplate[Name],
  ): Promise<void> {
    const members = await this.members.accountsOf([businessId], tx);
    const owners = members.filter(({ role }) => role === 'owner');
    const dueAt = this.clock.now();
    await this.outbox.add(
      tx,
      ...owners.map(({ accountId, email, locale }) => ({
        key: `${template}/${businessId}/${part}/${accountId}`,
        template,
        subjectId: businessId,
        recipient: email,
        locale,
        data,
        dueAt,
      })),
    );
  }

  async sendDomainVerification(
    tx: Tx,
    verification: { id: string; address: string; locale: LocaleName },
  ): Promise<void> {
    await this.outbox.add(tx, {
      key: `business-domain-verification/${verification.id}`,
      template: 'business-domain-verification',
      subjectId: verification.id,
      recipient: verification.address,
      locale: verification.locale,
    });
  }

  async notifyInvited(
    tx: Tx,
    member: { businessId: string; accountId: string; email: string; locale: LocaleName; event: string },
  ): Promise<void> {
    await this.outbox.add(tx, {
      key: `business-member-invited/${member.businessId}/${member.event}`,
      template: 'business-member-invited',
      subjectId: member.businessId,
      recipient: member.email,
      locale: member.locale,
      data: { accountId: member.accountId },
    });
  }
}
