import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { badInput, Database, notThere, slugBase } from '@upstander/platform';
import { changedMeanwhile } from '../campaigns/edits/edit.js';
import { claimPageSlug } from '../campaigns/slugs.js';
import type { CampaignPage } from './campaign-page.js';
import { PagePost } from './mails/page-post.js';
import { PageReads } from './page-reads.js';
import type { PageStatus } from './page-status.js';
import type { SetPageStatusInput } from './page.input.js';

/** What those who look after a campaign do with its pages. */
@Injectable()
export class Pages {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reads: PageReads,
    private readonly post: PagePost,
  ) {}

  /**
   * Shows a page to everybody, or hides it; its owner is told when it is shown. Its address follows from its title when
   * it is first shown, and then stays.
   * @throws Refusal NOT_FOUND, also for one whose owner has not confirmed it; BAD_INPUT; CHANGED_MEANWHILE.
   */
  async setStatus(actor: Actor, { id, status, readAt }: SetPageStatusInput): Promise<CampaignPage> {
    await this.access.require(actor, 'page:review', [id], 'This page');
    if (status !== 'live' && status !== 'hidden') throw badInput({ status: 'not-a-choice' });
    await this.db.transaction(async (tx) => {
      const [page] = await tx.query<{
        campaignId: string;
        slug: string;
        title: string;
        status: PageStatus;
        editAt: Date | null;
      }>(
        `SELECT campaign_id AS "campaignId", slug, title, status, edit_at AS "editAt" FROM fundraising.page WHERE id = $1 FOR NO KEY UPDATE`,
        [id],
      );
      if (!page || page.status === 'unconfirmed') throw notThere('This page');
      if (page.status === status) return;
      const changedInReview = page.status === 'in_review' && page.editAt !== null;
      if (status === 'live' && changedInReview && !(readAt && readAt >= page.editAt!)) throw changedMeanwhile();
      const isNew = status === 'live' && /^new-[a-z0-9]{16}$/.test(page.slug);
      const slug = isNew ? await claimPageSlug(tx, page.campaignId, slugBase(page.title, 'page')) : page.slug;
      await tx.query(
        `UPDATE fundraising.page SET status = $2, slug = $3, edit_at = CASE WHEN edit IS NOT NULL THEN edit_at END
         WHERE id = $1`,
        [id, status, slug],
      );
      if (isNew) await this.post.toOwner(tx, 'page-live', id);
    });
    return this.reads.byId(id);
  }
}
