import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Idempotency, Refusal, slugBase, type Tx } from '@upstander/platform';
import type { CampaignDetails } from './campaign-details.js';
import { claimCampaignSlug } from './slugs.js';

/** What writing a campaign shares. */
@Injectable()
export class DraftTools {
  constructor(
    readonly access: Access,
    readonly idempotency: Idempotency,
  ) {}

  /** @throws Refusal NOT_FOUND for another's chapter; NOT_ALLOWED for the organisation's own without a role for all of it. */
  async requireChapter(actor: Actor, chapterId: string | null): Promise<void> {
    if (chapterId) return this.access.require(actor, 'chapter:raise-funds', [chapterId], 'This chapter');
    if (this.access.chaptersOf(actor, 'chapter:raise-funds') === 'all') return;
    throw new Refusal('NOT_ALLOWED', 'Please choose one of your chapters.');
  }

  /** The address of a campaign after a change: what was public has been linked to, so it stays. */
  async slugFor(
    tx: Tx,
    before: CampaignDetails & { slug: string; publishedAt: Date | null },
    after: CampaignDetails,
  ): Promise<string> {
    const base = slugBase(after.title, 'fundraiser');
    const stays =
      before.publishedAt !== null || before.slug === base || /^-[a-z0-9]{4}$/.test(before.slug.replace(base, ''));
    return stays ? before.slug : claimCampaignSlug(tx, base);
  }
}
