import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  changedValues,
  Clock,
  Database,
  isUuid,
  readInput,
  Refusal,
  refuseFaults,
  selectList,
  SharedReads,
  type Faults,
  type Tx,
} from '@upstander/platform';
import { lockEvent } from '../events/event-store.js';
import type { Event } from '../events/event.entity.js';
import { countLocalTimeOccurrences, wallToInstant } from '../time/wall-time.js';
import { ManagedRegistrations, RegistrationForm, RegistrationFormInput } from './registration-form.entity.js';
import { fillPlaces } from './registration-places.js';
import { readQuestions, type GivenAnswers, type RegistrationQuestion } from './registration-question.js';

const columns = `${selectList(RegistrationForm, 'f', 'anyone', { except: ['phase', 'placesLeft', 'opensAt', 'closesAt'] })},
  f.opens_at_local AT TIME ZONE e.time_zone AS "opensAt",
  least(f.closes_at_local AT TIME ZONE e.time_zone, e.starts_at) AS "closesAt",
  CASE WHEN f.waiting > 0 THEN 0 ELSE f.capacity - f.taken END AS "placesLeft",
  CASE
    WHEN NOT f.is_enabled OR e.status = 'draft' THEN 'off'
    WHEN e.status <> 'published' OR least(f.closes_at_local AT TIME ZONE e.time_zone, e.starts_at) <= $1 THEN 'closed'
    WHEN f.opens_at_local AT TIME ZONE e.time_zone > $1 THEN 'not_open_yet'
    WHEN f.capacity IS NULL OR (f.waiting = 0 AND f.taken < f.capacity) THEN 'open'
    WHEN f.has_waitlist THEN 'waitlist'
    ELSE 'full'
  END AS phase`;
const source = 'events.registration_form f JOIN events.event e ON e.id = f.event_id';

@Injectable()
export class RegistrationForms {
  /** Concurrent requests for the form of the same event share one query. */
  private readonly publicForms = new SharedReads<RegistrationForm | null>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly outbox: Outbox,
  ) {}

  /** Returns the form of an event that was published; null if it takes no registrations. */
  async findPublic(eventId: string): Promise<RegistrationForm | null> {
    if (!isUuid(eventId)) return null;
    return this.publicForms.get(eventId, async () => {
      const forms = await this.findAll([eventId], `e.status <> 'draft'`);
      return forms.get(eventId) ?? null;
    });
  }

  async findByEvents(eventIds: readonly string[]): Promise<Map<string, RegistrationForm>> {
    return this.findAll(eventIds, 'true');
  }

  /** @throws Refusal NOT_FOUND */
  async findManaged(actor: Actor, eventId: string): Promise<ManagedRegistrations> {
    await this.access.require(actor, 'roster:read', [eventId], 'This event');
    const form = (await this.findAll([eventId], 'true')).get(eventId) ?? null;
    const [row] = await this.db.query<Omit<ManagedRegistrations, 'form'> & Record<string, unknown>>(
      `SELECT e.id, coalesce(f.past_questions, '[]') AS "pastQuestions", c.*
       FROM events.event e LEFT JOIN events.registration_form f ON f.event_id = e.id CROSS JOIN LATERAL (
         SELECT coalesce(sum(r.party) FILTER (WHERE r.status = 'confirmed'), 0)::integer AS registered,
           (count(*) FILTER (WHERE r.status = 'confirmed'))::integer AS parties,
           coalesce(sum(r.party) FILTER (WHERE r.status = 'waitlisted'), 0)::integer AS waiting,
           coalesce(sum(r.party) FILTER (WHERE r.status = 'confirmed' AND r.expires_at IS NOT NULL), 0)::integer AS unconfirmed,
           coalesce(sum(r.arrived) FILTER (WHERE r.status = 'confirmed'), 0)::integer AS arrived
         FROM events.registration r WHERE r.event_id = e.id
       ) c WHERE e.id = $1`,
      [eventId],
    );
    return { ...row!, form };
  }

  /**
   * Turns registration on or changes it. More places go to the waitlist.
   * @throws Refusal NOT_FOUND, BAD_INPUT, CHANGED_MEANWHILE, CAPACITY_BELOW_TAKEN, CAPACITY_BELOW_PARTY, EVENT_CLOSED
   */
  async save(actor: Actor, eventId: string, input: RegistrationFormInput): Promise<ManagedRegistrations> {
    await this.access.require(actor, 'event:edit', [eventId], 'This event');
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      if (event.status === 'cancelled' || event.status === 'completed')
        throw new Refusal('EVENT_CLOSED', 'This event is over or was canceled. Copy it to run it again.');
      const stored = await tx.manager.findOne(RegistrationForm, {
        where: { eventId },
        lock: { mode: 'for_no_key_update' },
      });
      if (stored && typeof input.version === 'number' && input.version !== stored.version)
        throw new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.');
      const { values, faults } = readInput(RegistrationFormInput, input, stored ?? undefined);
      const given = stored ? await answersGiven(tx, eventId) : new Map();
      const before = stored?.questions ?? [];
      const { questions, faults: questionFaults } = input.questions
        ? readQuestions(input.questions, before, given)
        : { questions: before, faults: {} };
      refuseFaults({ ...faults, ...timeFaults(values, event), ...questionFaults });
      if (stored && values.capacity !== null && values.capacity < stored.taken)
        throw new Refusal('CAPACITY_BELOW_TAKEN', 'More people than that are already registered.', {
          taken: stored.taken,
        });
      if (stored && values.capacity !== null) await requirePartiesFit(tx, eventId, values.capacity);
      const pastQuestions = keepAnswered([...(stored?.pastQuestions ?? []), ...before], questions, given);
      const changes = { ...values, questions, pastQuestions };
      const stamp = { updatedBy: actor.accountId, updatedAt: now };
      if (!stored) await tx.manager.insert(RegistrationForm, { ...changes, ...stamp, eventId });
      else {
        const changed = changedValues<RegistrationForm>(stored, changes);
        await tx.manager.update(RegistrationForm, stored.id, { ...changed, ...stamp, version: stored.version + 1 });
        await fillPlaces(tx, eventId, now);
        this.outbox.deliver(tx);
      }
    });
    return this.findManaged(actor, eventId);
  }

  private async findAll(eventIds: readonly string[], condition: string): Promise<Map<string, RegistrationForm>> {
    const rows = await this.db.query<RegistrationForm & Record<string, unknown>>(
      `SELECT ${columns} FROM ${source} WHERE f.event_id = ANY ($2::uuid[]) AND ${condition}`,
      [this.clock.now(), eventIds],
    );
    return new Map(rows.map((row) => [row.eventId, row]));
  }
}

async function answersGiven(tx: Tx, eventId: string): Promise<GivenAnswers> {
  const rows = await tx.query<{ id: string; values: string[] }>(
    `SELECT a.key AS id, array_agg(DISTINCT a.value) AS "values"
     FROM events.registration r CROSS JOIN LATERAL jsonb_each_text(r.answers) a WHERE r.event_id = $1 GROUP BY a.key`,
    [eventId],
  );
  return new Map(rows.map(({ id, values }) => [id, new Set(values)]));
}

/** @throws Refusal CAPACITY_BELOW_PARTY if a waiting party is larger than this: it would block the waitlist */
async function requirePartiesFit(tx: Tx, eventId: string, capacity: number): Promise<void> {
  const [row] = await tx.query<{ largest: number | null }>(
    `SELECT max(party) AS largest FROM events.registration WHERE event_id = $1 AND status = 'waitlisted'`,
    [eventId],
  );
  const largest = row?.largest ?? 0;
  if (largest > capacity)
    throw new Refusal('CAPACITY_BELOW_PARTY', 'A party on the waitlist has more people than that.', { largest });
}

/** Returns the questions that are no longer asked but have answers. */
function keepAnswered(
  known: readonly RegistrationQuestion[],
  current: readonly RegistrationQuestion[],
  given: GivenAnswers,
): RegistrationQuestion[] {
  return known.filter(({ id }) => given.has(id) && !current.some((one) => one.id === id));
}

function timeFaults(
  { opensAtLocal = null, closesAtLocal = null }: Pick<RegistrationForm, 'opensAtLocal' | 'closesAtLocal'>,
  { timeZone, startsAt }: Event,
): Faults {
  const faults: Faults = {};
  for (const [field, local] of Object.entries({ opensAtLocal, closesAtLocal }))
    if (local !== null && countLocalTimeOccurrences(local, timeZone) === 0) faults[field] = 'not-on-the-clock';
  const opensAt = opensAtLocal === null ? null : wallToInstant(opensAtLocal, timeZone);
  const closesAt = closesAtLocal === null ? startsAt : wallToInstant(closesAtLocal, timeZone);
  if (opensAt && opensAt >= startsAt) faults['opensAtLocal'] ??= 'after-event-start';
  if (closesAt > startsAt) faults['closesAtLocal'] ??= 'after-event-start';
  else if (opensAt && opensAt >= closesAt) faults['closesAtLocal'] ??= 'closes-before-opening';
  return faults;
}
