import type { InJson } from '@upstander/donations';
import { accountName } from '@upstander/identity';
import { selectList } from '@upstander/platform';
import type { ManagedPage } from './managed-page.js';
import { CampaignPage } from './page.entity.js';
import { CampaignUpdate, type ManagedUpdate } from './update.entity.js';
import { commonColumns, pagePhoto, pageTotals, waterfallOf } from './campaign-columns.js';
import type { CoverRecord, WaterfallRecord } from './campaign-from.js';
import { Campaign } from './campaign.entity.js';
import type { StoredEdit } from './edit.js';
import type { ManagedCampaign } from './managed-campaign.js';
import type { CampaignStatusChange } from './campaign-status-change.entity.js';

type ComputedFields = 'goal' | 'raised' | 'cover' | 'beneficiary' | 'edit' | 'disbursable';
type Parts = 'waterfall' | 'history' | 'pages' | 'updates';

export type UpdateRecord = InJson<ManagedUpdate, 'writtenAt' | 'publishedAt' | 'mailedAt'>;

/** Result row of `managedColumns`. Parts that were not requested are undefined. */
export interface ManagedRecord extends Omit<ManagedCampaign, ComputedFields | Parts>, CoverRecord, StoredEdit {
  raisedMinor: string;
  waterfall?: WaterfallRecord;
  disbursableMinor?: string;
  history?: Array<InJson<CampaignStatusChange, 'at'>> | null;
  pages?: Array<
    InJson<Omit<ManagedPage, 'goal' | 'raised' | 'edit' | 'editAt'>, 'createdAt'> &
      Omit<StoredEdit, 'editAt'> & { editAt: string | null; raisedMinor: string }
  > | null;
  updates?: UpdateRecord[] | null;
}

const editFields = ['edit', 'editAt', 'editNote'] as const;

const card = `${selectList(Campaign, 'c', 'staff', { except: ['story', 'giftMails'] })},
  ${selectList(Campaign, 'c', ['beneficiaryId', ...editFields])}, ${commonColumns('$1', '$2')}`;

export const managedUpdate = selectList(CampaignUpdate, 'u', 'staff');

const parts: Readonly<Record<string, { columns: string; join: string }>> = {
  story: { columns: 'c.story', join: '' },
  waterfall: { columns: 'waterfall_of.waterfall', join: waterfallOf },
  disbursable: {
    columns: 'greatest(fundraising.disbursable(c.id, c.currency), 0)::text AS "disbursableMinor"',
    join: '',
  },
  history: {
    columns: 'history_of.history',
    join: `LEFT JOIN LATERAL (
      SELECT json_agg(m) AS history FROM (
        SELECT m.at, m.from_status AS from, m.to_status AS to, m.note, ${accountName('m.account_id')} AS "actorName"
        FROM fundraising.campaign_status_change m
        WHERE m.campaign_id = c.id ORDER BY m.id DESC LIMIT 100
      ) m
    ) history_of ON true`,
  },
  pages: {
    columns: 'pages_of.pages',
    join: `LEFT JOIN LATERAL (
      SELECT json_agg(p) AS pages FROM (
        SELECT ${selectList(CampaignPage, 'p', 'staff')}, ${selectList(CampaignPage, 'p', editFields)}, ${pagePhoto},
          p.goal_minor::text AS "goalMinor", total.raised AS "raisedMinor", total.gifts AS "giftCount",
          team.slug AS "teamSlug"
        FROM fundraising.page p LEFT JOIN fundraising.page team ON team.id = p.team_id ${pageTotals}
        WHERE p.campaign_id = c.id AND p.status <> 'unconfirmed' ORDER BY p.created_at DESC, p.id LIMIT 200
      ) p
    ) pages_of ON true`,
  },
  updates: {
    columns: 'updates_of.updates',
    join: `LEFT JOIN LATERAL (
      SELECT json_agg(u) AS updates FROM (
        SELECT ${managedUpdate}
        FROM fundraising.update u WHERE u.campaign_id = c.id ORDER BY u.written_at DESC, u.id LIMIT 100
      ) u
    ) updates_of ON true`,
  },
};

type SelectedFields = ReadonlySet<string> | 'everything';

const selectParts = (asked: SelectedFields) =>
  Object.entries(parts)
    .filter(([name]) => asked === 'everything' || asked.has(name))
    .map(([, part]) => part);

/** Returns the columns of campaign `c` for staff. `$1` is now, `$2` is true if partners are allowed. */
export function managedColumns(asked: SelectedFields): string {
  return [card, ...selectParts(asked).map(({ columns }) => columns)].join(', ');
}

export function managedSource(asked: SelectedFields): string {
  return `fundraising.campaign c
    LEFT JOIN fundraising.progress t ON t.owner_id = c.id
      LEFT JOIN fundraising.file f ON f.id = c.cover_file_id
    ${selectParts(asked)
      .map(({ join }) => join)
      .join('\n')}`;
}
