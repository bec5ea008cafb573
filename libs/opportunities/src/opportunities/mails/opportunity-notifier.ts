import { Injectable } from '@nestjs/common';
import { Outbox, type MailDataByTemplate } from '@upstander/notifications';
import { Clock, type Tx } from '@upstander/platform';
import { BusinessMembers } from '../../businesses/members/business-members.js';
import type { Opportunity } from '../opportunity.entity.js';
import type { OpportunityMailName } from './opportunity-mail.js';

@Injectable()
export class OpportunityNotifier {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly members: BusinessMembers,
  ) {}

  /**
   * Emails every active member of the business. `part` identifies the cause, so no member gets two emails for one
   * cause.
   */
  async notifyMembers<Name extends OpportunityMailName>(
    tx: Tx,
    template: Name,
    opportunity: Pick<Opportunity, 'id' | 'businessId'>,
    part: string,
    data: MailDataByTemplate[Name],
  ): Promise<void> {
    const people = await this.members.accountsOf([opportunity.businessId], tx);
    const dueAt = this.clock.now();
    await this.outbox.add(
      tx,
      ...people.map(({ accountId, email, locale }) => ({
        key: `${template}/${opportunity.id}/${part}/${accountId}`,
        template,
        subjectId: opportunity.id,
        recipient: email,
        locale,
        data,
        dueAt,
      })),
    );
  }
}
