import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';
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
}
