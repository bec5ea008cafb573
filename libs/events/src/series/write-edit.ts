import { snakeCase, type Tx } from '@upstander/platform';
import { fieldsOfPart } from '../events/changed-parts.js';
import type { EventPart } from '../events/event-parts.js';
import { insertShiftRows } from '../shifts/shift-store.js';
import { shiftFieldsOf, timesFrom } from './occurrence-details.js';
import type { EditPlan } from './plan-edit.js';
import type { Series } from './series.entity.js';
import { deleteShifts, writeFields, writeTimes } from '../shifts/series-shifts.js';

interface Author {
  by: string | null;
  now: Date;
}

/** Writes the occurrences that an edit keeps, in a fixed number of statements. Their rows must be locked. */
export async function writeOccurrences(tx: Tx, series: Series, plan: EditPlan, author: Author): Promise<void> {
  await releaseIdentities(tx, plan);
  await writeEvents(tx, series, plan, author);
  await writeShifts(tx, plan);
}

/** Planned starts can swap, so all of them are released before the new ones are written. */
async function releaseIdentities(tx: Tx, { changed, renamed, dropped }: EditPlan): Promise<void> {
  const ids = [...changed.map(({ stored }) => stored.id), ...renamed.keys(), ...dropped.map(({ id }) => id)];
  await tx.query('UPDATE events.event SET series_id = NULL, original_local = NULL WHERE id = ANY ($1)', [ids]);
}

async function writeEvents(tx: Tx, series: Series, plan: EditPlan, { by, now }: Author): Promise<void> {
  const parameters: unknown[] = [];
  const add = (value: unknown) => `$${parameters.push(value)}`;
  const rows = add(
    JSON.stringify(
      plan.changed.map(({ stored, original, overrides, timeZone, times, opening, isTold }) => ({
        id: stored.id,
        original,
        overrides,
        timeZone,
        ...times,
        hasOpening: opening !== null,
        ...opening,
        isTold,
      })),
    ),
  );
  const own = (part: EventPart, column: string, value: unknown, type: string) =>
    `${column} = CASE WHEN '${part}' = ANY (n.overrides) THEN e.${column} ELSE ${add(value)}::${type} END`;
  const values = { ...plan.after.template, title: plan.after.title };
  const typeOf = { agenda: 'jsonb', languages: 'text[]', online: 'boolean', withMinors: 'boolean' } as Record<
    string,
    string
  >;
  const texts = Object.entries(fieldsOfPart).flatMap(([part, fields]) =>
    plan.parts.has(part as EventPart)
      ? fields.map((field) => {
          const value = values[field];
          const type = typeOf[field] ?? (typeof value === 'number' ? 'integer' : 'text');
          return own(part as EventPart, snakeCase(field), type === 'jsonb' ? JSON.stringify(value) : value, type);
        })
      : [],
  );
  await tx.query(
    `UPDATE events.event e SET series_id = ${add(series.id)}, original_local = n.original, overrides = n.overrides,
       time_zone = n."timeZone", starts_at_local = n."startsAtLocal", ends_at_local = n."endsAtLocal",
       starts_at = n."startsAt", ends_at = n."endsAt",
       opens_at_local = CASE WHEN n."hasOpening" THEN n."opensAtLocal" ELSE e.opens_at_local END,
       opens_at = CASE WHEN n."hasOpening" THEN n."opensAt" ELSE e.opens_at END,
       opens_to_members_at_local = CASE WHEN n."hasOpening" THEN n."opensToMembersAtLocal" ELSE e.opens_to_members_at_local END,
       opens_to_members_at = CASE WHEN n."hasOpening" THEN n."opensToMembersAt" ELSE e.opens_to_members_at END,
       ${texts.map((text) => `${text},`).join(' ')}
       sequence = e.sequence + n."isTold"::integer, version = e.version + 1,
       updated_by = ${add(by)}, updated_at = ${add(now)}
     FROM jsonb_to_recordset(${rows}::jsonb) AS n (id uuid, original timestamp, overrides text[], "timeZone" text,
       "startsAtLocal" timestamp, "endsAtLocal" timestamp, "startsAt" timestamptz, "endsAt" timestamptz,
       "hasOpening" boolean, "opensAtLocal" timestamp, "opensAt" timestamptz, "opensToMembersAtLocal" timestamp,
       "opensToMembersAt" timestamptz, "isTold" boolean)
     WHERE e.id = n.id`,
    parameters,
  );
  await tx.query(
    `UPDATE events.event e SET series_id = CASE WHEN n.original IS NOT NULL THEN $1::uuid END, original_local = n.original
     FROM unnest($2::uuid[], $3::timestamp[]) AS n (id, original) WHERE e.id = n.id`,
    [series.id, [...plan.renamed.keys()], [...plan.renamed.values()]],
  );
}

async function writeShifts(tx: Tx, { after, parts, changed }: EditPlan): Promise<void> {
  const removed = changed.flatMap((one) => one.removed.map(({ id }) => id));
  await deleteShifts(tx, removed);
  const shifts = changed.flatMap((one) =>
    one.shifts.map(({ stored, position, times }) => ({ id: stored.id, position, ...times })),
  );
  await writeTimes(tx, shifts);
  if (!parts.has('shifts')) return;
  const templates = after.template.shifts.map((shift, position) => ({ position, ...shiftFieldsOf(shift) }));
  await writeFields(tx, shifts, templates);
  const added = changed.flatMap(({ stored, base, timeZone, added: positions }) =>
    positions.map((position) => {
      const { startMinutes, endMinutes, ...shift } = after.template.shifts[position]!;
      const shiftTimes = timesFrom(base, startMinutes, endMinutes, timeZone);
      return { ...shiftFieldsOf({ ...shift }), ...shiftTimes, id: null, position, eventId: stored.id };
    }),
  );
  for (let from = 0; from < added.length; from += 50) await insertShiftRows(tx, added.slice(from, from + 50));
}

/** Cancels public occurrences and deletes drafts, which no one could sign up for. */
export async function dropOccurrences(
  tx: Tx,
  series: Series,
  { dropped }: Pick<EditPlan, 'dropped'>,
  { reason, by, now }: Author & { reason: string | null },
): Promise<void> {
  const idsOf = (status: string) => dropped.filter((one) => one.status === status).map(({ id }) => id);
  await tx.query('DELETE FROM events.event WHERE id = ANY ($1)', [idsOf('draft')]);
  await tx.query(
    `UPDATE events.event e SET status = 'cancelled', cancel_reason = $2, sequence = e.sequence + 1, version = e.version + 1,
       series_id = CASE WHEN n.original IS NOT NULL THEN $3::uuid END, original_local = n.original, updated_by = $4, updated_at = $5
     FROM unnest($1::uuid[], $6::timestamp[]) AS n (id, original) WHERE e.id = n.id AND e.status = 'published'`,
    [dropped.map(({ id }) => id), reason, series.id, by, now, dropped.map(({ original }) => original)],
  );
}
