import { Injectable } from '@nestjs/common';
import { Outbox } from '@upstander/notifications';
import { Clock, type Tx } from '@upstander/platform';
import { BusinessMembers } from '../../businesses/members/business-members.js';
import type { Listing } from '../listing.entity.js';
import type { ListingMailName } from './listing-mail.js';

/** Puts the mails about a listing into the outbox, in the transaction of their cause. */
@Injectable()
export class ListingPost {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly members: BusinessMembers,
  ) {}

  /** Tells everybody who acts for the business; `part` tells one cause from the next, so that none is told twice. */
  async toMembers(
    tx: Tx,
    template: ListingMailName,
    listing: Pick<Listing, 'id' | 'businessId'>,
    part: string,
    data: Record<string, unknown> = {},
  ): Promise<void> {
    const people = await this.members.accountsOf([listing.businessId], tx);
    const dueAt = this.clock.now();
    await this.outbox.add(
      tx,
      ...people.map(({ accountId, email, locale }) => ({
        key: `${template}/${listing.id}/${part}/${accountId}`,
        template,
        subjectId: listing.id,
        recipient: email,
        locale,
        data,
        dueAt,
      })),
    );
  }
}
