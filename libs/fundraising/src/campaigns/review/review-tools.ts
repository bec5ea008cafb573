import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';
import type { Tx } from '@upstander/platform';
import type { CampaignStatus } from '../campaign-status.js';
import { DraftTools } from '../draft-tools.js';
import { CampaignPost } from '../mails/campaign-post.js';
import { CampaignSteps, notFromHere } from './campaign-steps.js';

/** What the steps of a campaign share. */
@Injectable()
export class ReviewTools {
  readonly notFromHere = notFromHere;

  constructor(
    readonly access: Access,
    readonly steps: CampaignSteps,
    readonly drafts: DraftTools,
    readonly mails: CampaignPost,
  ) {}

  /** @throws Refusal CAMPAIGN_STATUS, before anything else is looked at. */
  async requireStep(tx: Tx, from: CampaignStatus, to: CampaignStatus): Promise<void> {
    const sql = 'SELECT FROM fundraising.campaign_step WHERE from_status = $1 AND to_status = $2';
    const [step] = await tx.query(sql, [from, to]);
    if (!step) throw notFromHere(from);
  }
}
