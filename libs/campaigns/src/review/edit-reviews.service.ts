import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Access } from '@upstander/identity';
import { Clock, Database, notFound, typedText } from '@upstander/platform';
import { CampaignPage } from '../campaigns/page.entity.js';
import { lockPage } from '../pages/page-store.js';
import { PageOutbox } from '../pages/mails/page-outbox.js';
import { lockCampaign, updateCampaign } from '../campaigns/campaign-store.js';
import { Campaign } from '../campaigns/campaign.entity.js';
import { CampaignOutbox } from '../mails/campaign-outbox.js';
import { conflictRefusal, type EditedText, type ReviewEditInput, type StoredEdit } from '../campaigns/edit.js';

@Injectable()
export class EditReviews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly campaignPost: CampaignOutbox,
    private readonly pagePost: PageOutbox,
  ) {}

  /** @throws Refusal NOT_FOUND if no edit is pending; CHANGED_MEANWHILE; BAD_INPUT if declined without a note */
  async reviewCampaignEdit(actor: Actor, input: ReviewEditInput): Promise<string> {
    await this.access.require(actor, 'campaign:review', [input.id], 'This fundraiser');
    const note = readNote(input);
    await this.db.transaction(async (tx) => {
      const campaign = await lockCampaign(tx, input.id);
      const words = requireRead(campaign, input);
      const answer = { ...(input.approve && { edit: null }), editAt: null, editNote: note };
      if (input.approve) {
        const approved = { ...words, ...answer, reviewedBy: actor.accountId };
        await updateCampaign(tx, campaign, approved, this.clock.now());
      } else await tx.manager.update(Campaign, campaign.id, answer);
      const template = input.approve ? 'campaign-edit-approved' : 'campaign-edit-declined';
      await this.campaignPost.toOrganizer(tx, template, campaign, input.readAt.toISOString());
    });
    return input.id;
  }

  /** @throws Refusal NOT_FOUND if no edit is pending; CHANGED_MEANWHILE; BAD_INPUT if declined without a note */
  async reviewPage(actor: Actor, input: ReviewEditInput): Promise<string> {
    await this.access.require(actor, 'page:review', [input.id], 'This page');
    const note = readNote(input);
    await this.db.transaction(async (tx) => {
      const page = await lockPage(tx, input.id);
      const { title, story, photo } = requireRead(page, input);
      const approved = {
        title,
        story,
        edit: null,
        ...(photo && { photoFileId: photo.fileId, photoAlt: photo.alt, photoAgreedAt: new Date(photo.agreedAt) }),
      };
      // The owner can edit a declined text, but chooses another photo.
      const change = input.approve ? approved : { edit: { title, story } };
      await tx.manager.update(CampaignPage, page.id, { ...change, editAt: null, editNote: note });
      const template = input.approve ? 'page-edit-approved' : 'page-edit-declined';
      await this.pagePost.toOwner(tx, template, input.id, input.readAt.toISOString());
    });
    return input.id;
  }
}

/** Returns the pending edit of a locked row, if it is not newer than the one that was reviewed. */
function requireRead({ edit, editAt }: StoredEdit, { readAt }: ReviewEditInput): EditedText {
  if (!edit || !editAt) throw notFound('This change');
  if (editAt > readAt) throw conflictRefusal();
  return edit;
}

function readNote({ approve, note }: ReviewEditInput): string | null {
  return approve ? null : typedText('note', note ?? '', 2_000);
}
