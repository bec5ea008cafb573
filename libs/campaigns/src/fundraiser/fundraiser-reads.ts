import { Injectable } from '@nestjs/common';
import { money } from '@upstander/ledger';
import { selectList, Config, Database, notFound, SignedIds } from '@upstander/platform';
import { raisedSql } from '../campaigns/campaign-columns.js';
import { Campaign } from '../campaigns/campaign.entity.js';
import { publicStatuses, type CampaignStatus } from '../campaigns/campaign-status.js';
import { pendingEdit, type StoredEdit } from '../campaigns/edit.js';
import { updateFrom } from '../campaigns/managed-campaigns.service.js';
import { managedUpdate, type UpdateRecord } from '../campaigns/managed-columns.js';
import type { MyFundraiser } from './my-fundraiser.js';

type FundraiserRow = Omit<MyFundraiser, 'goal' | 'raised' | 'edit' | 'updates'> &
  Pick<Campaign, 'slug'> &
  StoredEdit & { raisedMinor: string; updates: UpdateRecord[] | null };

@Injectable()
export class FundraiserReads {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  /** Returns null if the link is invalid or was revoked. */
  async byToken(token: string): Promise<MyFundraiser | null> {
    const link = this.signedIds.verify('campaign', token);
    return link ? this.find('c.by_supporter AND c.token_version = $2', link.id, link.version) : null;
  }

  /**
   * The caller must have verified the fundraiser's link.
   * @throws Refusal NOT_FOUND
   */
  async byId(id: string): Promise<MyFundraiser> {
    const fundraiser = await this.find('true', id);
    if (!fundraiser) throw notFound('This fundraiser');
    return fundraiser;
  }

  private async find(condition: string, ...params: unknown[]): Promise<MyFundraiser | null> {
    const [row] = await this.db.query<FundraiserRow>(
      `SELECT ${selectList(Campaign, 'c', 'owner', { except: ['startsOn', 'eventIds', 'publishedAt'] })},
         ${selectList(Campaign, 'c', ['goalMinor', 'edit', 'editAt', 'editNote'])},
         ${raisedSql('t')}::text AS "raisedMinor", coalesce(t.gift_count, 0)::integer AS "giftCount",
         b.name AS "beneficiaryName", updates_of.updates
       FROM fundraising.campaign c JOIN fundraising.beneficiary b ON b.id = c.beneficiary_id
         LEFT JOIN fundraising.progress t ON t.owner_id = c.id
         LEFT JOIN LATERAL (
           SELECT json_agg(u) AS updates FROM (
             SELECT ${managedUpdate} FROM fundraising.update u WHERE u.campaign_id = c.id
             ORDER BY u.written_at DESC, u.id LIMIT 50
           ) u
         ) updates_of ON true
       WHERE c.id = $1 AND ${condition}`,
      params,
    );
    return row ? this.fundraiserFrom(row) : null;
  }

  private fundraiserFrom(row: FundraiserRow): MyFundraiser {
    const { status, currency } = row;
    return {
      ...row,
      goal: money(row.goalMinor, currency),
      raised: money(row.raisedMinor, currency),
      updates: (row.updates ?? []).map(updateFrom),
      edit: pendingEdit(row),
      canEditText: isEditable(status),
      editable: isEditable(status),
      mayPostUpdates: isPublic(status),
      publicUrl: isPublic(status) ? `${this.config.PUBLIC_URL}/fundraisers/${row.slug}` : null,
    };
  }
}

const editableStatuses: readonly CampaignStatus[] = ['unconfirmed', 'in_review', 'changes_requested', 'live', 'paused'];

export function isEditable(status: CampaignStatus): boolean {
  return editableStatuses.includes(status);
}

export function isPublic(status: CampaignStatus): boolean {
  return publicStatuses.includes(status);
}
