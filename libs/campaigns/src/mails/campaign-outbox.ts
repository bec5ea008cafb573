import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Outbox, type NewMail } from '@upstander/notifications';
import { Clock, type Tx } from '@upstander/platform';
import type { Campaign } from '../campaigns/campaign.entity.js';
import type { CampaignMailName } from './campaign-mail.js';

type ToOrganizer = Pick<Campaign, 'id' | 'organizerEmail' | 'language'>;

@Injectable()
export class CampaignOutbox {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Emails the organizer of a campaign. `part` makes the deduplication key unique for each cause. */
  async toOrganizer(tx: Tx, template: CampaignMailName, campaign: ToOrganizer, part: string): Promise<void> {
    await this.outbox.add(tx, {
      key: `${template}/${campaign.id}/${part}`,
      template,
      subjectId: campaign.id,
      recipient: campaign.organizerEmail,
      locale: campaign.language,
      dueAt: this.clock.now(),
    });
  }

  async notifyReviewers(tx: Tx, campaign: Pick<Campaign, 'id' | 'chapterId'>, change: string): Promise<void> {
    await this.toStaff(tx, ['admin', 'finance', 'moderator'], campaign.chapterId, {
      key: `campaign-submitted/${campaign.id}/${change}`,
      template: 'campaign-submitted',
      subjectId: campaign.id,
    });
  }

  async edited(tx: Tx, campaign: Pick<Campaign, 'id' | 'chapterId'>, at: string): Promise<void> {
    await this.toStaff(tx, ['admin', 'finance', 'moderator'], campaign.chapterId, {
      key: `campaign-edited/${campaign.id}/${at}`,
      template: 'campaign-edited',
      subjectId: campaign.id,
    });
  }

  /** Emails each account that has one of these roles for the chapter or the whole organization; at most 50. */
  async toStaff(
    tx: Tx,
    roles: readonly string[],
    chapterId: string | null,
    mail: Pick<NewMail, 'key' | 'template' | 'subjectId' | 'data'>,
  ): Promise<void> {
    const people = await tx.query<{ id: string; email: string; locale: LocaleName }>(
      `SELECT DISTINCT a.id, a.email::text, a.locale FROM identity.account a JOIN identity."grant" g ON g.account_id = a.id
       WHERE a.disabled_at IS NULL AND g.role = ANY ($1::text[]) AND (g.chapter_id IS NULL OR g.chapter_id = $2)
       ORDER BY a.id LIMIT 50`,
      [roles, chapterId],
    );
    const dueAt = this.clock.now();
    await this.outbox.add(
      tx,
      ...people.map(({ id, email, locale }) => ({
        ...mail,
        key: `${mail.key}/${id}`,
        recipient: email,
        locale,
        dueAt,
      })),
    );
  }
}
