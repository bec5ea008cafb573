import { notThere, slugBase, slugSuffix, type Tx } from '@upstander/platform';
import type { ListingContent } from './listing-content.js';
import type { OpportunityStatus } from './opportunity-status.js';

/** A listing as it stands, held for the rest of the transaction. */
export interface StoredListing extends ListingContent {
  id: string;
  businessId: string;
  slug: string;
  status: OpportunityStatus;
  version: number;
  publishedAt: Date | null;
  expiresAt: Date | null;
  renewals: number;
  tokenVersion: number;
}

/** Which column carries what a listing says. */
export const contentColumns = {
  kind: 'kind',
  title: 'title',
  description: 'description',
  language: 'language',
  payMinMinor: 'pay_min_minor',
  payMaxMinor: 'pay_max_minor',
  payUnit: 'pay_unit',
  payCurrency: 'pay_currency',
  hoursPerWeek: 'hours_per_week',
  schedule: 'schedule',
  nightWork: 'night_work',
  remote: 'remote',
  place: 'place',
  startsOn: 'starts_on',
  supervisorName: 'supervisor_name',
  idNeeded: 'id_needed',
  backgroundCheck: 'background_check',
  acceptableRecords: 'acceptable_records',
  transport: 'transport',
  equipment: 'equipment',
  childcareHours: 'childcare_hours',
  trainingPaid: 'training_paid',
  languages: 'languages',
  wantsPublic: 'business_wants_public',
} as const satisfies Record<keyof ListingContent, string>;

export const contentFields = Object.keys(contentColumns) as Array<keyof ListingContent>;
const selected = contentFields.map((field) => `${contentColumns[field]} AS "${field}"`).join(', ');

/** Locks a listing and reads it. @throws Refusal NOT_FOUND when it is gone. */
export async function holdListing(tx: Tx, id: string): Promise<StoredListing> {
  const [found] = await tx.query<StoredListing>(
    `SELECT id, business_id AS "businessId", slug, status, version, published_at AS "publishedAt",
       expires_at AS "expiresAt", renewals, token_version AS "tokenVersion", ${selected}
     FROM opportunities.listing WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (!found) throw notThere('This listing');
  return found;
}

/** Writes a new draft and answers its id. */
export async function insertListing(
  tx: Tx,
  content: ListingContent,
  made: { businessId: string; now: Date },
): Promise<string> {
  const n = contentFields.length;
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO opportunities.listing (${contentFields.map((field) => contentColumns[field]).join(', ')},
       business_id, slug, status, created_at, updated_at)
     VALUES (${contentFields.map((_, i) => `$${i + 1}`).join(', ')}, $${n + 1}, $${n + 2}, 'draft', $${n + 3}, $${n + 3})
     RETURNING id`,
    [...contentFields.map((field) => content[field]), made.businessId, slugFor(content.title), made.now],
  );
  return row!.id;
}

/** Writes what was changed, one version on. The address follows the title until the listing was on the site. */
export async function updateListing(tx: Tx, before: StoredListing, after: ListingContent, now: Date): Promise<void> {
  const changes = changedFields(before, after);
  const slug = before.publishedAt || before.title === after.title ? before.slug : slugFor(after.title);
  const set = changes.map((field, i) => `, ${contentColumns[field]} = $${i + 4}`).join('');
  await tx.query(
    `UPDATE opportunities.listing SET slug = $2, version = version + 1, updated_at = $3${set} WHERE id = $1`,
    [before.id, slug, now, ...changes.map((field) => after[field])],
  );
}

/** The fields in which two listings say something else. */
export function changedFields(before: ListingContent, after: ListingContent): Array<keyof ListingContent> {
  return contentFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** Writes down what happened to a listing, and answers the number of the note. */
export async function insertListingEvent(
  tx: Tx,
  event: {
    listingId: string;
    kind: string;
    from: OpportunityStatus | null;
    to: OpportunityStatus | null;
    note: string;
    actorId: string | null;
    at: Date;
  },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO opportunities.listing_event (listing_id, kind, from_status, to_status, note, actor_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [event.listingId, event.kind, event.from, event.to, event.note, event.actorId, event.at],
  );
  return row!.id;
}

// An address is seen over a shoulder and stays in the browser's history: it never says who a listing is for.
const unsaid = /\b(survivors?|victims?|trafficking|trafficked|sobrevivientes?|victimas?|trata)\b/g;

function slugFor(title: string): string {
  const base = slugBase(title, 'opportunity').replace(unsaid, '').replace(/-+/g, '-').replace(/^-|-$/g, '');
  return `${base || 'opportunity'}-${slugSuffix(6)}`;
}
