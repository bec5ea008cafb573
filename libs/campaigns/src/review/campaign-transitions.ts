import { Injectable } from '@nestjs/common';
import { Clock, mayChange, Refusal, type Tx } from '@upstander/platform';
import { insertStatusChange } from '../campaigns/campaign-store.js';
import type { Campaign } from '../campaigns/campaign.entity.js';
import { CampaignStatus } from '../campaigns/campaign-status.js';

const extraAssignments: Readonly<Partial<Record<CampaignStatus, string>>> = {
  in_review: ', submitted_at = $3',
  live: ', published_at = coalesce(published_at, $3), reviewed_by = coalesce($4, reviewed_by)',
  changes_requested: ', review_note = $5, reviewed_by = $4',
  refused: ', review_note = $5, reviewed_by = $4',
  ended: ', ended_at = $3',
};

@Injectable()
export class CampaignTransitions {
  constructor(private readonly clock: Clock) {}

  /**
   * Changes the status of a locked campaign and returns the ID of the status change.
   * @throws Refusal CAMPAIGN_STATUS if the transition is not allowed
   */
  async changeStatus(
    tx: Tx,
    campaign: Pick<Campaign, 'id' | 'status'>,
    to: CampaignStatus,
    by: { accountId: string | null; note?: string },
  ): Promise<string> {
    requireTransition(campaign.status, to);
    const note = by.note ?? '';
    const now = this.clock.now();
    // The casts are needed because not every transition uses every parameter.
    await tx.query(
      `WITH given AS (SELECT $3::timestamptz, $4::uuid, $5::text)
       UPDATE fundraising.campaign SET status = $2, updated_at = $3${extraAssignments[to] ?? ''} WHERE id = $1`,
      [campaign.id, to, now, by.accountId, note],
    );
    return insertStatusChange(tx, {
      campaignId: campaign.id,
      fromStatus: campaign.status,
      toStatus: to,
      note,
      accountId: by.accountId,
      at: now,
    });
  }
}

export function requireTransition(from: CampaignStatus, to: CampaignStatus): void {
  if (!mayChange(CampaignStatus, from, to)) throw transitionNotAllowed(from);
}

export function transitionNotAllowed(status: CampaignStatus): Refusal {
  return new Refusal('CAMPAIGN_STATUS', 'You can’t do that with this fundraiser’s current status.', { status });
}
