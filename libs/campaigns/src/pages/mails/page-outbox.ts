import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import type { Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { pageMails } from './page-mails.js';

@Injectable()
export class PageOutbox {
  constructor(private readonly outbox: Outbox) {}

  /** Emails the owner of a page, once per template and `part`. */
  async toOwner(tx: Tx, template: keyof typeof pageMails, pageId: string, part?: string): Promise<void> {
    const [owner] = await tx.query<{ email: string; locale: LocaleName }>(
      'SELECT owner_email::text AS email, locale FROM fundraising.page WHERE id = $1',
      [pageId],
    );
    if (!owner) return;
    await this.outbox.add(tx, {
      key: [template, pageId, part].filter(Boolean).join('/'),
      template,
      subjectId: pageId,
      recipient: owner.email,
      locale: owner.locale,
    });
  }

  /** Notifies the campaign's staff each time a page is submitted for review. */
  async toStaff(tx: Tx, page: { id: string; campaignId: string }): Promise<void> {
    const [campaign] = await tx.query<{ chapterId: string | null }>(
      'SELECT chapter_id AS "chapterId" FROM fundraising.campaign WHERE id = $1',
      [page.campaignId],
    );
    await this.outbox.addForStaff(
      tx,
      { roles: ['admin', 'moderator', 'organizer'], chapterId: campaign?.chapterId ?? null },
      {
        key: `page-submitted/${page.id}/${randomUUID()}`,
        template: 'page-submitted',
        subjectId: page.campaignId,
      },
    );
  }
}
