import { Injectable } from '@nestjs/common';
import { money } from '@upstander/ledger';
import { Config, Database, notThere, SignedIds } from '@upstander/platform';
import type { ManagedUpdate } from '../../updates/campaign-update.js';
import { raised } from '../campaign-columns.js';
import { publicStatuses, type CampaignStatus } from '../campaign-status.js';
import { editColumns, pendingEdit, type StoredEdit } from '../edits/edit.js';
import { managedUpdate } from '../managed-columns.js';
import type { MyFundraiser } from './my-fundraiser.js';

type Plain = Pick<
  MyFundraiser,
  | ('id' | 'status' | 'reviewNote' | 'title' | 'summary' | 'story' | 'language' | 'currency' | 'giftCount')
  | ('timeZone' | 'endsOn' | 'organizerName' | 'beneficiaryName' | 'giftMails')
>;
type Found = Plain &
  StoredEdit & {
    slug: string;
    goalMinor: string;
    raisedMinor: string;
    updates: Array<
      Omit<ManagedUpdate, 'writtenAt' | 'publishedAt' | 'mailedAt'> & {
        writtenAt: string;
        publishedAt: string | null;
        mailedAt: string | null;
      }
    > | null;
  };

/** What a supporter sees of their fundraiser. */
@Injectable()
export class FundraiserReads {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  /** The fundraiser a link names, or null: a link that was not made here, or one that was taken back. */
  async byToken(token: string): Promise<MyFundraiser | null> {
    const link = this.signedIds.open('campaign', token);
    return link ? this.find('c.by_supporter AND c.token_version = $2', link.id, link.version) : null;
  }

  /** For callers who already opened its link. @throws Refusal NOT_FOUND when it is gone. */
  async byId(id: string): Promise<MyFundraiser> {
    const fundraiser = await this.find('true', id);
    if (!fundraiser) throw notThere('This fundraiser');
    return fundraiser;
  }

  private async find(condition: string, ...params: unknown[]): Promise<MyFundraiser | null> {
    const [row] = await this.db.query<Found>(
      `SELECT c.id, c.status, c.review_note AS "reviewNote", c.title, c.summary, c.story, c.language, c.currency,
         c.goal_minor::text AS "goalMinor", ${raised('t')}::text AS "raisedMinor",
         coalesce(t.gift_count, 0)::integer AS "giftCount", c.time_zone AS "timeZone", c.ends_on AS "endsOn",
         c.organizer_name AS "organizerName", ${editColumns('c')},
         c.gift_mails AS "giftMails", b.name AS "beneficiaryName", c.slug, updates_of.updates
       FROM fundraising.campaign c JOIN fundraising.beneficiary b ON b.id = c.beneficiary_id
         LEFT JOIN fundraising.tally t ON t.owner_id = c.id
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

  private fundraiserFrom(row: Found): MyFundraiser {
    const { slug, goalMinor, raisedMinor, updates, edit: _, editAt: _at, editNote: _note, ...fundraiser } = row;
    const { status, currency } = row;
    return {
      ...fundraiser,
      goal: money(goalMinor, currency),
      raised: money(raisedMinor, currency),
      updates: (updates ?? []).map((update) => ({
        ...update,
        writtenAt: new Date(update.writtenAt),
        publishedAt: update.publishedAt ? new Date(update.publishedAt) : null,
        mailedAt: update.mailedAt ? new Date(update.mailedAt) : null,
      })),
      edit: pendingEdit(row),
      wordsEditable: isEditable(status),
      editable: isEditable(status),
      mayPostUpdates: isPublic(status),
      publicUrl: isPublic(status) ? `${this.config.PUBLIC_URL}/fundraisers/${slug}` : null,
    };
  }
}

const open: readonly CampaignStatus[] = ['unconfirmed', 'in_review', 'changes_requested', 'live', 'paused'];

/** Whether it can be changed: as long as it is neither over nor refused. */
export function isEditable(status: CampaignStatus): boolean {
  return open.includes(status);
}

export function isPublic(status: CampaignStatus): boolean {
  return publicStatuses.includes(status);
}
