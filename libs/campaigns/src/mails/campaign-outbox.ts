import { Injectable } from '@nestjs/common';
import { Outbox } from '@upstander/notifications';
import type { Tx } from '@upstander/platform';
import type { Campaign } from '../campaigns/campaign.entity.js';
import type { CampaignMailName } from './campaign-mail.js';

type ToOrganizer = Pick<Campaign, 'id' | 'organizerEmail' | 'language'>;

@Injectable()
export class CampaignOutbox {
  constructor(private readonly outbox: Outbox) {}

  /** Emails the organizer of a campaign. `part` makes the deduplication key unique for each cause. */
  async toOrganizer(tx: Tx, template: CampaignMailName, campaign: ToOrganizer, part: string): Promise<void> {
    await this.outbox.add(tx, {
      key: `${template}/${campaign.id}/${part}`,
      template,
      subjectId: campaign.id,
      recipient: campaign.organizerEmail,
      locale: campaign.language,
    });
  }

  /** Emails the staff who review fundraisers. `part` makes the deduplication key unique for each cause. */
  async notifyReviewers(
    tx: Tx,
    template: CampaignMailName,
    campaign: Pick<Campaign, 'id' | 'chapterId'>,
    part: string,
  ): Promise<void> {
    await this.outbox.addForStaff(
      tx,
      { roles: ['admin', 'finance', 'moderator'], chapterId: campaign.chapterId },
      { key: `${template}/${campaign.id}/${part}`, template, subjectId: campaign.id },
    );
  }
}
