import type { ManagedPage } from '../pages/managed-page.js';
import type { ManagedUpdate } from '../updates/campaign-update.js';
import { editColumns, type StoredEdit } from './edits/edit.js';
import { pageTotals, raised, waterfallOf } from './campaign-columns.js';
import type { CoverRecord, WaterfallRecord } from './campaign-from.js';
import type { CampaignMoment, ManagedCampaign } from './managed-campaign.js';

type Moments<T, Fields extends keyof T> = Omit<T, Fields> & {
  [F in Fields]: string | (null extends T[F] ? null : never);
};
type Plain = Pick<
  ManagedCampaign,
  | ('id' | 'slug' | 'title' | 'summary' | 'language' | 'status' | 'currency' | 'giftCount' | 'timeZone' | 'startsOn')
  | (
      | 'endsOn'
      | 'createdAt'
      | 'updatedAt'
      | 'version'
      | 'submittedAt'
      | 'publishedAt'
      | 'endedAt'
      | 'firstGiftAt'
      | 'organizerName'
    )
  | ('organizerEmail' | 'bySupporter' | 'chapterId' | 'chapterName' | 'eventIds' | 'acceptsGifts' | 'reviewNote')
>;

/** What managedColumns answer; parts that were not asked for are not there. */
export interface ManagedRecord extends Plain, CoverRecord, StoredEdit {
  story?: string;
  goalMinor: string;
  raisedMinor: string;
  beneficiaryId: string;
  waterfall?: WaterfallRecord;
  disbursableMinor?: string;
  history?: Array<Moments<CampaignMoment, 'at'>> | null;
  pages?: Array<
    Moments<Omit<ManagedPage, 'goal' | 'raised' | 'edit'>, 'createdAt'> &
      Omit<StoredEdit, 'editAt'> & { editAt: string | null; goalMinor: string | null; raisedMinor: string }
  > | null;
  updates?: Array<Moments<ManagedUpdate, 'writtenAt' | 'publishedAt' | 'mailedAt'>> | null;
}

const card = `c.id, c.slug, c.title, c.summary, c.language, c.status, c.currency, c.goal_minor::text AS "goalMinor",
  ${raised('t')}::text AS "raisedMinor", coalesce(t.gift_count, 0)::integer AS "giftCount", c.time_zone AS "timeZone",
  c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.version,
  c.submitted_at AS "submittedAt", c.published_at AS "publishedAt", c.ended_at AS "endedAt",
  c.first_gift_at AS "firstGiftAt", c.organizer_name AS "organizerName", c.organizer_email::text AS "organizerEmail",
  c.by_supporter AS "bySupporter", c.chapter_id AS "chapterId", ch.name AS "chapterName",
  c.beneficiary_id AS "beneficiaryId", c.event_ids AS "eventIds", c.review_note AS "reviewNote",
  ${editColumns('c')},
  c.cover_file_id AS "coverId", c.cover_alt AS "coverAlt", f.width AS "coverWidth", f.height AS "coverHeight",
  fundraising.accepts_gifts(c, $1, $2) AS "acceptsGifts"`;

/** The columns of an update called `u`, as those who look after its campaign see it. */
export const managedUpdate = `u.id, u.status, u.title, u.body, u.author_name AS "authorName", u.written_at AS "writtenAt",
  u.published_at AS "publishedAt", u.mailed_at AS "mailedAt", u.mailed_to AS "mailedTo"`;

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
        SELECT m.at, m.from_status AS from, m.to_status AS to, m.note, a.name AS "actorName"
        FROM fundraising.campaign_moment m LEFT JOIN identity.account a ON a.id = m.account_id
        WHERE m.campaign_id = c.id ORDER BY m.id DESC LIMIT 100
      ) m
    ) history_of ON true`,
  },
  pages: {
    columns: 'pages_of.pages',
    join: `LEFT JOIN LATERAL (
      SELECT json_agg(p) AS pages FROM (
        SELECT p.id, p.slug, p.kind, p.status, p.title, p.story, p.goal_minor::text AS "goalMinor",
          total.raised AS "raisedMinor", total.gifts AS "giftCount", p.owner_name AS "ownerName",
          p.owner_email::text AS "ownerEmail", team.slug AS "teamSlug", p.created_at AS "createdAt",
          ${editColumns('p')}
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

type Asked = ReadonlySet<string> | 'everything';

const wanted = (asked: Asked) =>
  Object.entries(parts)
    .filter(([name]) => asked === 'everything' || asked.has(name))
    .map(([, part]) => part);

/** The columns of a managed campaign called `c`; `$1` is now, `$2` whether partners are collected for. */
export function managedColumns(asked: Asked): string {
  return [card, ...wanted(asked).map(({ columns }) => columns)].join(', ');
}

/** Where those columns come from; `on` joins the campaign to the keys of a page. */
export function managedSource(asked: Asked, on?: string): string {
  return `fundraising.campaign c ${on ? `ON ${on}` : ''}
    LEFT JOIN fundraising.tally t ON t.owner_id = c.id
    LEFT JOIN identity.chapter ch ON ch.id = c.chapter_id
    LEFT JOIN fundraising.file f ON f.id = c.cover_file_id
    ${wanted(asked)
      .map(({ join }) => join)
      .join('\n')}`;
}
