import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Access } from '@upstander/identity';
import { Clock, Database, notThere, type Tx, typedText } from '@upstander/platform';
import { PagePost } from '../../pages/mails/page-post.js';
import { holdCampaign, updateCampaign } from '../campaign-store.js';
import { CampaignPost } from '../mails/campaign-post.js';
import { changedMeanwhile, editColumns, type EditedWords, type ReviewEditInput, type StoredEdit } from './edit.js';

/** Takes over new words for what is public, or says why not. Until then everybody sees the words that were approved. */
@Injectable()
export class EditReviews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly campaignPost: CampaignPost,
    private readonly pagePost: PagePost,
  ) {}

  /** @throws Refusal NOT_FOUND without an edit that waits; CHANGED_MEANWHILE; BAD_INPUT without a reason for a no. */
  async ofCampaign(actor: Actor, input: ReviewEditInput): Promise<string> {
    await this.access.require(actor, 'campaign:review', [input.id], 'This fundraiser');
    const note = noteOf(input);
    await this.db.transaction(async (tx) => {
      const campaign = await holdCampaign(tx, input.id);
      const words = await this.take(tx, 'campaign', input);
      const now = this.clock.now();
      if (input.approve) {
        await updateCampaign(tx, campaign, { ...campaign, ...words }, { slug: campaign.slug, now });
        await tx.query('UPDATE fundraising.campaign SET reviewed_by = $2 WHERE id = $1', [input.id, actor.accountId]);
      }
      await this.answer(tx, 'campaign', input, note);
      const template = input.approve ? 'campaign-edit-approved' : 'campaign-edit-declined';
      await this.campaignPost.toOrganizer(tx, template, campaign, input.readAt.toISOString());
    });
    return input.id;
  }

  /** @throws Refusal NOT_FOUND without an edit that waits; CHANGED_MEANWHILE; BAD_INPUT without a reason for a no. */
  async ofPage(actor: Actor, input: ReviewEditInput): Promise<string> {
    await this.access.require(actor, 'page:review', [input.id], 'This page');
    const note = noteOf(input);
    await this.db.transaction(async (tx) => {
      const [page] = await tx.query('SELECT FROM fundraising.page WHERE id = $1 FOR NO KEY UPDATE', [input.id]);
      if (!page) throw notThere('This page');
      const { title, story } = await this.take(tx, 'page', input);
      if (input.approve) {
        await tx.query('UPDATE fundraising.page SET title = $2, story = $3 WHERE id = $1', [input.id, title, story]);
      }
      await this.answer(tx, 'page', input, note);
      const template = input.approve ? 'page-edit-approved' : 'page-edit-declined';
      await this.pagePost.toOwner(tx, template, input.id, input.readAt.toISOString());
    });
    return input.id;
  }

  /** The words that were read, of a row that is locked. */
  private async take(tx: Tx, table: 'campaign' | 'page', { id, readAt }: ReviewEditInput): Promise<EditedWords> {
    const [stored] = await tx.query<StoredEdit>(
      `SELECT ${editColumns('t')} FROM fundraising.${table} t WHERE t.id = $1`,
      [id],
    );
    if (!stored?.edit || !stored.editAt) throw notThere('This change');
    if (stored.editAt > readAt) throw changedMeanwhile();
    return stored.edit;
  }

  /** What was not taken over stays for its owner, who has typed it; it no longer waits. */
  private async answer(tx: Tx, table: 'campaign' | 'page', input: ReviewEditInput, note: string | null): Promise<void> {
    const edit = input.approve ? 'edit = NULL, ' : '';
    await tx.query(`UPDATE fundraising.${table} SET ${edit}edit_at = NULL, edit_note = $2 WHERE id = $1`, [
      input.id,
      note,
    ]);
  }
}

function noteOf({ approve, note }: ReviewEditInput): string | null {
  return approve ? null : typedText('note', note ?? '', 2_000);
}
