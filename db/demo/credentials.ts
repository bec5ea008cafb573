import type { Tx } from '@upstander/platform';
import { chapters } from './chapters.js';
import { texts, credentialTypes } from './credential-types.js';
import { insert } from './insert.js';
import { admin, plans, type PlannedCredential } from './credential-plans.js';
import { ana } from './people.js';
import { idOf } from './random.js';
import { shiftTables } from '@upstander/events';
import { updateShift } from './shifts.js';

/** In the order the database requires. */
const statusPaths: Readonly<Record<string, readonly string[]>> = {
  claimed: ['claimed'],
  rejected: ['claimed', 'rejected'],
  withdrawn: ['claimed', 'withdrawn'],
  revoked: ['approved', 'revoked'],
  approved: ['approved'],
  requested: ['requested'],
};
const screeningStatuses = ['requested', 'disclosed', 'authorised', 'under_review', 'rejected'];

export async function insertCredentials(tx: Tx, now: Date): Promise<void> {
  await insertTypes(tx, now);
  const la = chapters.la.id;
  const known = await tx.query<{ id: string; name: string }>(
    `SELECT v.id, v.name FROM volunteers.volunteer v JOIN volunteers.membership m ON m.volunteer_id = v.id AND m.chapter_id = $1
     WHERE v.proven_at IS NOT NULL AND NOT v.minor AND v.birth_year IS NULL AND v.merged_into IS NULL AND m.helped AND v.id <> $2
     ORDER BY v.id LIMIT $3`,
    [la, ana.id, plans.length - 1],
  );
  for (const [nth, person] of [ana, ...known].entries()) {
    for (const [at, planned] of plans[nth]!.entries()) await insertCredential(tx, { ...person, at }, planned, now);
  }
  await insertMinor(tx, la, now);
  await addRequirements(tx, la, now);
}

async function insertTypes(tx: Tx, now: Date): Promise<void> {
  const rows = Object.values(credentialTypes).map((type) => ({
    ...type,
    retiredAt: type === credentialTypes.van ? dayFrom(now, -120) : null,
    createdAt: dayFrom(now, -600),
  }));
  await insert(tx, 'volunteers.credential_type', rows);
  const versions = texts.map(({ type, daysAgo, ...text }) => ({
    ...text,
    id: idOf('credential-text', `${type.id}/${text.version}`),
    typeId: type.id,
    publishedAt: dayFrom(now, -daysAgo),
    publishedBy: admin,
  }));
  await insert(tx, 'volunteers.credential_text', versions);
  await tx.query(
    `UPDATE volunteers.credential_type t SET text_version = x.last
     FROM (SELECT type_id, max(version) AS last FROM volunteers.credential_text GROUP BY type_id) x WHERE x.type_id = t.id`,
  );
}

async function insertCredential(
  tx: Tx,
  volunteer: { id: string; name: string; at: number },
  planned: PlannedCredential,
  now: Date,
): Promise<void> {
  const { type: key, status } = planned;
  const type = credentialTypes[key];
  const screening = type.kind === 'screening';
  const requestedOn = dayFrom(now, Number(planned.asked ?? planned.issued ?? 0));
  const steps =
    screening && status !== 'approved'
      ? screeningStatuses.slice(0, screeningStatuses.indexOf(status) + 1)
      : statusPaths[status]!;
  const daysAfterRequest = (days: number) => new Date(requestedOn.valueOf() + days * 86_400_000);
  const hasStep = (step: string) => screening && (status === 'approved' || steps.includes(step));
  const row = {
    id: idOf('credential', `${volunteer.id}/${volunteer.at}`),
    volunteerId: volunteer.id,
    typeId: type.id,
    kind: type.kind,
    status: steps[0],
    createdAt: requestedOn,
    updatedAt: requestedOn,
    tokenVersion: 0,
    evidence: planned['evidence'] ?? '',
    issuedOn: planned.issued === undefined ? null : isoDay(now, planned.issued),
    expiresOn: planned.expires === undefined ? null : isoDay(now, planned.expires),
    textVersion: planned['textVersion'] ?? (hasStep('disclosed') ? 1 : null),
    signedName: planned['signed'] !== undefined || hasStep('authorised') ? volunteer.name : null,
    signedAt: planned['signed'] === undefined ? null : dayFrom(now, Number(planned['signed'])),
    signedLocale: planned['signed'] === undefined ? null : 'en',
    disclosedAt: hasStep('disclosed') ? daysAfterRequest(1) : null,
    authorisedAt: hasStep('authorised') ? daysAfterRequest(2) : null,
    providerReference: planned['providerReference'] ?? null,
    notifiedAt: planned['notified'] === undefined ? null : dayFrom(now, Number(planned['notified'])),
    finalFrom: planned['final'] === undefined ? null : isoDay(now, Number(planned['final'])),
    decidedBy: planned['decidedBy'] ?? null,
    decidedAt: planned['decidedBy'] ? dayFrom(now, Math.min(Number(planned.issued ?? 0) + 1, -1)) : null,
    reason: planned['reason'] ?? null,
  };
  await insert(tx, 'volunteers.credential', [row]);
  for (const step of steps.slice(1)) {
    await tx.query('UPDATE volunteers.credential SET status = $2 WHERE id = $1', [row.id, step]);
  }
}

async function insertMinor(tx: Tx, chapterId: string, now: Date): Promise<void> {
  const [minor] = await tx.query<{ id: string }>(
    `SELECT v.id FROM volunteers.volunteer v JOIN volunteers.membership m ON m.volunteer_id = v.id AND m.chapter_id = $1
     WHERE v.proven_at IS NOT NULL AND v.minor ORDER BY v.id LIMIT 1`,
    [chapterId],
  );
  if (!minor) return;
  const at = dayFrom(now, -2);
  const row = {
    id: idOf('credential', `${minor.id}/guardian`),
    volunteerId: minor.id,
    typeId: credentialTypes.waiver.id,
    kind: 'waiver',
    status: 'requested',
    textVersion: 2,
    guardianEmail: 'parent@example.org',
    createdAt: at,
    updatedAt: at,
    tokenVersion: 0,
    evidence: '',
  };
  await insert(tx, 'volunteers.credential', [row]);
}

/** Both shifts are far enough ahead that no volunteer loses a place. */
async function addRequirements(tx: Tx, chapterId: string, now: Date): Promise<void> {
  const found = await tx.query<{ id: string }>(
    `SELECT s.id FROM ${shiftTables}
     WHERE e.chapter_id = $1 AND e.status = 'published' AND e.starts_at > $2::timestamptz + interval '10 days' AND s.waiting = 0
     ORDER BY s.taken, s.starts_at, s.id LIMIT 2`,
    [chapterId, now],
  );
  const [strict, byTheDay] = found;
  if (strict) await updateShift(tx, strict.id, { signUpCredentialIds: [credentialTypes.safeguarding.id] });
  if (byTheDay) {
    await updateShift(tx, byTheDay.id, { dayCredentialIds: [credentialTypes.waiver.id, credentialTypes.food.id] });
  }
}

function dayFrom(now: Date, days: number): Date {
  return new Date(now.valueOf() + days * 86_400_000);
}

function isoDay(now: Date, days: number): string {
  return dayFrom(now, days).toISOString().slice(0, 10);
}
