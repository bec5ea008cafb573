import { refuseClosedChapter } from '@upstander/identity';
import { notThere, type Tx } from '@upstander/platform';
import type { CampaignDetails } from './campaign-details.js';
import type { CampaignStatus } from './campaign-status.js';

/** A campaign as it stands, held for the rest of the transaction. */
export interface StoredCampaign extends CampaignDetails {
  id: string;
  slug: string;
  chapterId: string | null;
  status: CampaignStatus;
  bySupporter: boolean;
  publishedAt: Date | null;
  submittedAt: Date | null;
  updatedAt: Date;
  firstGiftAt: Date | null;
  tokenVersion: number;
  version: number;
}

const columns = {
  beneficiaryId: 'beneficiary_id',
  title: 'title',
  summary: 'summary',
  story: 'story',
  language: 'language',
  goalMinor: 'goal_minor',
  currency: 'currency',
  timeZone: 'time_zone',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  organizerName: 'organizer_name',
  organizerEmail: 'organizer_email',
  eventIds: 'event_ids',
} as const satisfies Record<keyof CampaignDetails, string>;

const fields = Object.keys(columns) as Array<keyof CampaignDetails>;
const selected = fields.map((field) => `${columns[field]} AS "${field}"`).join(', ');

/** Locks a campaign and reads it. @throws Refusal NOT_FOUND when it is gone. */
export async function holdCampaign(tx: Tx, id: string): Promise<StoredCampaign> {
  const [found] = await tx.query<Omit<StoredCampaign, 'goalMinor'> & { goalMinor: string }>(
    `SELECT id, slug, chapter_id AS "chapterId", status, by_supporter AS "bySupporter", published_at AS "publishedAt",
       submitted_at AS "submittedAt", updated_at AS "updatedAt",
       first_gift_at AS "firstGiftAt", token_version AS "tokenVersion", version, ${selected}
     FROM fundraising.campaign WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (!found) throw notThere('This fundraiser');
  return { ...found, goalMinor: BigInt(found.goalMinor) };
}

/** Writes a new campaign and answers its id. */
export async function insertCampaign(
  tx: Tx,
  details: CampaignDetails,
  made: {
    slug: string;
    chapterId: string | null;
    status: CampaignStatus;
    bySupporter: boolean;
    accountId: string | null;
    now: Date;
  },
): Promise<string> {
  const n = fields.length;
  const [row] = await tx
    .query<{ id: string }>(
      `INSERT INTO fundraising.campaign (${fields.map((field) => columns[field]).join(', ')},
       slug, chapter_id, status, by_supporter, organizer_account_id, created_at, updated_at)
     VALUES (${fields.map((_, i) => `$${i + 1}`).join(', ')},
       $${n + 1}, $${n + 2}, $${n + 3}, $${n + 4}, $${n + 5}, $${n + 6}, $${n + 6})
     RETURNING id`,
      [...values(details), made.slug, made.chapterId, made.status, made.bySupporter, made.accountId, made.now],
    )
    .catch(refuseClosedChapter);
  const id = row!.id;
  await insertMoment(tx, {
    campaignId: id,
    from: null,
    to: made.status,
    note: '',
    accountId: made.accountId,
    at: made.now,
  });
  return id;
}

/** Writes what was changed. Columns that stay are not written, so that their triggers stay quiet. */
export async function updateCampaign(
  tx: Tx,
  before: StoredCampaign,
  after: CampaignDetails,
  made: { slug: string; now: Date },
): Promise<void> {
  const changes = fields.filter((field) => String(before[field]) !== String(after[field]));
  const set = changes.map((field, i) => `, ${columns[field]} = $${i + 4}`).join('');
  await tx.query(
    `UPDATE fundraising.campaign SET version = version + 1, slug = $2, updated_at = $3${set} WHERE id = $1`,
    [before.id, made.slug, made.now, ...values(after, changes)],
  );
}

/** Writes down a step a campaign took, and answers the number of the note. */
export async function insertMoment(
  tx: Tx,
  moment: {
    campaignId: string;
    from: CampaignStatus | null;
    to: CampaignStatus;
    note: string;
    accountId: string | null;
    at: Date;
  },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO fundraising.campaign_moment (campaign_id, from_status, to_status, note, account_id, at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [moment.campaignId, moment.from, moment.to, moment.note, moment.accountId, moment.at],
  );
  return row!.id;
}

function values(details: CampaignDetails, of: ReadonlyArray<keyof CampaignDetails> = fields): unknown[] {
  return of.map((field) => (field === 'goalMinor' ? String(details.goalMinor) : details[field]));
}
