import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { badInput, Database, notFound, slugBase } from '@upstander/platform';
import { conflictRefusal } from '../campaigns/edit.js';
import { claimPageSlug } from '../campaigns/slugs.js';
import { PageOutbox } from './mails/page-outbox.js';
import { PageReads } from './page-reads.js';
import { lockPage } from './page-store.js';
import { CampaignPage } from '../campaigns/page.entity.js';
import type { SetPageStatusInput } from './page.input.js';

@Injectable()
export class Pages {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reads: PageReads,
    private readonly post: PageOutbox,
  ) {}

  /**
   * Publishes or hides a page. On first publication, the slug is derived from the title and the owner is
   * notified.
   * @throws Refusal NOT_FOUND, also for an unconfirmed page; BAD_INPUT; CHANGED_MEANWHILE
   */
  async setStatus(actor: Actor, { id, status, readAt }: SetPageStatusInput): Promise<CampaignPage> {
    await this.access.require(actor, 'page:review', [id], 'This page');
    if (status !== 'live' && status !== 'hidden') throw badInput({ status: 'not-a-choice' });
    await this.db.transaction(async (tx) => {
      const page = await lockPage(tx, id);
      if (page.status === 'unconfirmed') throw notFound('This page');
      if (page.status === status) return;
      const changedInReview = page.status === 'in_review' && page.editAt !== null;
      if (status === 'live' && changedInReview && !(readAt && readAt >= page.editAt!)) throw conflictRefusal();
      const isNew = status === 'live' && /^new-[a-z0-9]{16}$/.test(page.slug);
      const slug = isNew ? await claimPageSlug(tx, page.campaignId, slugBase(page.title, 'page')) : page.slug;
      await tx.manager.update(CampaignPage, id, { status, slug, editAt: page.edit && page.editAt });
      if (isNew) await this.post.toOwner(tx, 'page-live', id);
    });
    return this.reads.byId(id);
  }
}
