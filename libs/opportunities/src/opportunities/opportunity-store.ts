import { changedValues, insertRow, notFound, slugBase, slugSuffix, type Tx } from '@upstander/platform';
import type { OpportunityContent } from './opportunity-content.js';
import { Opportunity } from './opportunity.entity.js';
import { OpportunityStatus } from './opportunity-status.js';

/** @throws Refusal NOT_FOUND */
export async function lockOpportunity(tx: Tx, id: string): Promise<Opportunity> {
  const found = await tx.manager.findOne(Opportunity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!found) throw notFound('This opportunity');
  return found;
}

export async function insertOpportunity(
  tx: Tx,
  content: OpportunityContent,
  { businessId, now }: { businessId: string; now: Date },
): Promise<string> {
  const slug = slugFor(content.title);
  const draft = { ...content, businessId, slug, status: OpportunityStatus.DRAFT, createdAt: now, updatedAt: now };
  return insertRow(tx.manager, Opportunity, draft);
}

/**
 * Saves changed content and increments the version (see db/functions/opportunities/keep_approved_text.sql).
 * The slug follows the title until the opportunity is first published.
 */
export async function updateOpportunity(
  tx: Tx,
  before: Opportunity,
  after: OpportunityContent,
  now: Date,
): Promise<void> {
  const slug = before.publishedAt || before.title === after.title ? before.slug : slugFor(after.title);
  const changes = changedValues<OpportunityContent>(before, after);
  await tx.manager.update(Opportunity, before.id, { ...changes, slug, version: before.version + 1, updatedAt: now });
}

export async function insertOpportunityEvent(
  tx: Tx,
  event: {
    opportunityId: string;
    kind: string;
    from: OpportunityStatus | null;
    to: OpportunityStatus | null;
    note: string;
    actorId: string | null;
    at: Date;
  },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO opportunities.opportunity_event (opportunity_id, kind, from_status, to_status, note, actor_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [event.opportunityId, event.kind, event.from, event.to, event.note, event.actorId, event.at],
  );
  return row!.id;
}

// Words left out of slugs: a URL can be seen over a shoulder and stays in the browser history.
const sensitiveWords = /\b(survivors?|victims?|trafficking|trafficked|sobrevivientes?|victimas?|trata)\b/g;

function slugFor(title: string): string {
  const base = slugBase(title, 'opportunity').replace(sensitiveWords, '').replace(/-+/g, '-').replace(/^-|-$/g, '');
  return `${base || 'opportunity'}-${slugSuffix(6)}`;
}
