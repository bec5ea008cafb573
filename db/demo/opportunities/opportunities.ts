import { findRedFlags } from '@upstander/opportunities';
import { slugBase, type Tx } from '@upstander/platform';
import { daysBefore } from '../fundraising/days.js';
import { insert } from '../insert.js';
import { idOf } from '../random.js';
import { businessIdeas } from './business-ideas.js';
import { businessId } from './businesses.js';
import type { OpportunityIdea } from './opportunity-idea.js';
import { opportunityIdeas } from './opportunity-ideas.js';

const day = 86_400_000;
const term = 60;
const publishedStatuses: ReadonlyArray<OpportunityIdea['status']> = [
  'published',
  'expiring',
  'expired',
  'filled',
  'withdrawn',
];
const moderator = idOf('account', 'moderator@demo.example');

export const opportunityId = (title: string): string => idOf('opportunity', title);

/** The moderation rules ran on each opportunity. */
export async function insertOpportunities(tx: Tx, now: Date): Promise<number> {
  const rows = opportunityIdeas.map((idea) => opportunityRow(idea, now));
  await insert(tx, 'opportunities.opportunity', rows);
  for (const [i, idea] of opportunityIdeas.entries()) await moveToStatus(tx, rows[i]!, idea, now);
  await insertFlags(tx, rows, now);
  return rows.length;
}

type Row = ReturnType<typeof opportunityRow>;

function opportunityRow(idea: OpportunityIdea, now: Date) {
  const business = businessIdeas[idea.business];
  const at = daysBefore(now, idea.ago);
  const [from, to, unit] = idea.pay ?? [];
  const id = opportunityId(idea.title);
  return {
    id,
    businessId: businessId(idea.business),
    slug: `${slugBase(idea.title, 'opportunity')}-${id.slice(0, 6)}`,
    kind: idea.kind ?? 'job',
    title: idea.title,
    description: idea.before?.description ?? idea.description,
    language: idea.language ?? 'en',
    payMinMinor: from === undefined ? null : String(from * 100),
    payMaxMinor: to === undefined ? null : String(to * 100),
    payUnit: unit ?? null,
    payCurrency: unit ? 'USD' : null,
    hoursPerWeek: idea.hours ?? null,
    schedule: idea.schedule ?? '',
    nightWork: idea.night ?? false,
    remote: idea.remote ?? false,
    place: idea.place ?? `${business.city}, ${business.region}`,
    supervisorName: business.supervisor.name,
    idNeeded: idea.idNeeded ?? false,
    backgroundCheck: idea.backgroundCheck ?? false,
    acceptableRecords: idea.records ?? '',
    transport: idea.transport ?? '',
    equipment: idea.equipment ?? '',
    childcareHours: idea.childcareHours ?? false,
    trainingPaid: idea.trainingPaid ?? null,
    languages: idea.language === 'es' ? ['es', 'en'] : ['en'],
    harmTags: idea.harmTags ?? [],
    businessWantsPublic: idea.wantsPublic ?? false,
    staffSayPublic: idea.staffSayPublic ?? false,
    status: idea.status === 'draft' ? 'draft' : 'in_review',
    statusReason: '',
    version: 1,
    renewals: 0,
    tokenVersion: 0,
    submittedAt: idea.status === 'draft' ? null : at,
    createdAt: at,
    updatedAt: at,
  };
}

async function moveToStatus(tx: Tx, { id }: Row, idea: OpportunityIdea, now: Date): Promise<void> {
  const submitted = daysBefore(now, idea.ago);
  const decided = daysBefore(now, Math.max(0, idea.ago - 1));
  const insertEvent = (
    kind: string,
    fromStatus: string | null,
    toStatus: string | null,
    at: Date,
    note = '',
    byStaff = false,
  ) => {
    const actorId = byStaff ? moderator : null;
    const event = { opportunityId: id, kind, fromStatus, toStatus, note, actorId, at };
    return insert(tx, 'opportunities.opportunity_event', [event]);
  };
  const set = (status: string, more = '', values: readonly unknown[] = []) =>
    tx.query(`UPDATE opportunities.opportunity o SET status = $2${more} WHERE id = $1`, [id, status, ...values]);

  await insertEvent('WRITTEN', null, 'draft', submitted);
  if (idea.status === 'draft') return;
  await insertEvent('SUBMITTED', 'draft', 'in_review', submitted);
  if (idea.status === 'changes_requested' || idea.status === 'refused') {
    await set(idea.status, ', status_reason = $3', [idea.reason]);
    const kind = idea.status === 'refused' ? 'REFUSED' : 'CHANGES_REQUESTED';
    return insertEvent(kind, 'in_review', idea.status, decided, idea.reason, true);
  }
  if (!publishedStatuses.includes(idea.status) && !idea.before) return;
  await set(
    'published',
    `, approved_content = opportunities.opportunity_content(o), approved_version = version, approved_by = $3, approved_at = $4, published_at = $4,
       expires_at = $5`,
    [moderator, decided, new Date(decided.valueOf() + term * day)],
  );
  await insertEvent('APPROVED', 'in_review', 'published', decided, '', true);
  if (idea.before) {
    await set('in_review', ', submitted_at = $3', [submitted]);
    await tx.query('UPDATE opportunities.opportunity SET description = $2, version = 2 WHERE id = $1', [
      id,
      idea.description,
    ]);
    await insertEvent('SUBMITTED', 'published', 'in_review', decided);
    return insertEvent('EDITED', null, null, decided);
  }
  if (idea.status === 'published') return;
  const left = idea.status === 'expiring' ? daysBefore(now, 1) : daysBefore(now, Math.min(10, idea.ago - 2));
  const ends = idea.status === 'filled' || idea.status === 'withdrawn' ? ', expires_at = least(expires_at, $3)' : '';
  await set(idea.status, ends, ends ? [left] : []);
  await insertEvent(idea.status.toUpperCase(), 'published', idea.status, left);
}

async function insertFlags(tx: Tx, rows: readonly Row[], now: Date): Promise<void> {
  const bounds = { currency: 'USD', leastMinor: null, mostMinor: 6000n };
  const flags = opportunityIdeas.flatMap((idea, i) => {
    const row = rows[i]!;
    const content = { ...row, description: idea.description, startsOn: null, wantsPublic: row.businessWantsPublic };
    return findRedFlags(content as Parameters<typeof findRedFlags>[0], bounds).map((flag) => ({
      ...flag,
      opportunityId: row.id,
      foundAt: daysBefore(now, idea.ago),
    }));
  });
  await insert(tx, 'opportunities.red_flag', flags);
}
