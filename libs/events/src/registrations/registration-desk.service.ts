import { Injectable } from '@nestjs/common';
import { Access, accountName, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  Idempotency,
  keysetList,
  lines,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  selectList,
  Values,
  type SortKey,
  type Tx,
} from '@upstander/platform';
import {
  isActive,
  lockRegistration,
  positionColumn,
  requireActive,
  requireRoom,
  type LockedRegistration,
} from './registration-places.js';
import { answersWithLabels, readAnswers, type RegistrationQuestion } from './registration-question.js';
import { RegistrationOrder } from './registration-status.js';
import { Registration, type ManagedRegistration, type RegistrationConnection } from './registration.entity.js';
import { AddRegistrationInput, type RegistrationFilter, type RegistrationsArgs } from './registration.input.js';
import { sharedRecords } from '../events/event-access.js';
import { Registrations } from './registrations.service.js';

const columns = `${selectList(Registration, 'r', 'staff', { except: ['position', 'addressConfirmed'] })}, r.answers,
  ${positionColumn} AS position, r.verified_at IS NOT NULL AS "addressConfirmed", ${accountName('r.added_by')} AS "addedByName",
  f.questions, f.past_questions AS "pastQuestions"`;
const source = 'events.registration r JOIN events.registration_form f ON f.event_id = r.event_id';

const byId: SortKey = { sql: 'r.id', type: 'uuid' };
const byTime: SortKey[] = [{ sql: 'r.created_at', type: 'timestamptz' }, byId];
const byName: SortKey[] = [{ sql: 'platform.fold(r.name)', type: 'text' }, byId];
const sortKeys: Record<RegistrationOrder, SortKey[]> = {
  newest: byTime,
  oldest: byTime,
  name: byName,
  party: [{ sql: 'r.party::bigint', type: 'bigint' }, byId],
};

const reasonText = lines(500);

interface Row extends Omit<ManagedRegistration, 'answers'>, Record<string, unknown> {
  answers: Registration['answers'];
  questions: RegistrationQuestion[];
  pastQuestions: RegistrationQuestion[];
}

/** Registrations for organizers, and the door list. */
@Injectable()
export class RegistrationDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly registrations: Registrations,
  ) {
    access.define(
      'registration',
      `SELECT r.id, e.chapter_id, ${sharedRecords} FROM events.registration r JOIN events.event e ON e.id = r.event_id
       WHERE r.id = ANY ($1::uuid[]) AND r.repeat_of IS NULL`,
    );
    access.permit('registration:change', ['organizer']);
    access.permit('registration:cancel', ['organizer']);
    access.permit('registration:check-in', ['organizer']);
  }

  /** @throws Refusal NOT_FOUND */
  async list(actor: Actor, { eventId, filter, sort, ...page }: RegistrationsArgs): Promise<RegistrationConnection> {
    await this.access.require(actor, 'roster:read', [eventId], 'This event');
    const values = new Values();
    return keysetList<Row, ManagedRegistration>(
      this.db,
      {
        columns,
        from: source,
        conditions: conditionsOf(eventId, filter ?? {}, values),
        values,
        by: sortKeys[sort],
        direction: sort === RegistrationOrder.NEWEST || sort === RegistrationOrder.PARTY ? 'DESC' : 'ASC',
        page,
      },
      withAnswers,
    );
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, ALREADY_REGISTERED, REGISTRATION_CLOSED, REGISTRATION_FULL, PARTY_TOO_LARGE */
  async add(actor: Actor, input: AddRegistrationInput): Promise<ManagedRegistration> {
    const { eventId, email = null } = input;
    await this.access.require(actor, 'roster:add', [eventId], 'This event');
    const { values, faults } = readInput(AddRegistrationInput, input);
    const { questions } = await this.registrations.findForm(this.db, eventId);
    const { answers, faults: answerFaults } = readAnswers(
      questions.map((question) => ({ ...question, isRequired: false })),
      input.answers,
    );
    refuseFaults({ ...faults, ...answerFaults });
    const entry = { ...values, email, answers, added_by: actor.accountId };
    const call = {
      operation: 'addRegistration',
      actorKey: String(actor.accountId),
      key: input.idempotencyKey,
      input: [eventId, entry],
    };
    const { id } = await this.idempotency.transaction(call, (tx) => this.registrations.place(tx, eventId, entry));
    return this.entry(id);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, REGISTRATION_ENDED, REGISTRATION_FULL, PARTY_TOO_LARGE */
  async changeParty(actor: Actor, id: string, party: number): Promise<ManagedRegistration> {
    if (!Number.isInteger(party) || party < 1 || party > 10) throw badInput({ party: 'out-of-range' });
    return this.change(actor, 'registration:change', id, async (tx, registration) => {
      requireActive(registration);
      await requireRoom(tx, registration, party, { byStaff: true });
      await this.registrations.write(tx, registration, { party });
    });
  }

  /** Cancels it, notifies the participant, and gives the spots to the waitlist. Idempotent. @throws Refusal NOT_FOUND */
  async cancel(actor: Actor, id: string, reason: string | null): Promise<ManagedRegistration> {
    const text = reasonText.tidy(reason ?? '');
    const fault = reasonText.fault(text);
    if (fault) throw badInput({ reason: fault });
    return this.change(actor, 'registration:cancel', id, async (tx, registration) => {
      if (!isActive(registration)) return;
      await this.registrations.end(tx, registration, {
        by: 'organizer',
        reason: text === '' ? null : text,
        accountId: actor.accountId,
      });
    });
  }

  /**
   * Sets how many people of a party have arrived; 0 undoes the check-in. The same number twice has no effect.
   * @throws Refusal NOT_FOUND, BAD_INPUT, REGISTRATION_ENDED, REGISTRATION_WAITLISTED
   */
  async checkIn(actor: Actor, id: string, arrived: number): Promise<ManagedRegistration> {
    return this.change(actor, 'registration:check-in', id, async (tx, registration) => {
      requireActive(registration);
      if (registration.status === 'waitlisted')
        throw new Refusal('REGISTRATION_WAITLISTED', 'This party is on the waitlist and has no spots yet.');
      if (!Number.isInteger(arrived) || arrived < 0 || arrived > registration.party)
        throw badInput({ arrived: 'out-of-range' });
      const arrivedAt = arrived === 0 ? null : (registration.arrivedAt ?? this.clock.now());
      // A party that is here keeps its spots, even if the address was never confirmed.
      const expiry = arrived > 0 ? { expiresAt: null } : {};
      await this.registrations.write(tx, registration, { arrived, arrivedAt, ...expiry });
    });
  }

  private async change(
    actor: Actor,
    permission: `registration:${string}`,
    id: string,
    work: (tx: Tx, registration: LockedRegistration) => Promise<void>,
  ): Promise<ManagedRegistration> {
    await this.access.require(actor, permission, [id], 'This registration');
    await this.db.transaction(async (tx) => {
      const registration = await lockRegistration(tx, id);
      if (!registration) throw notFound('This registration');
      await work(tx, registration);
    });
    return this.entry(id);
  }

  private async entry(id: string): Promise<ManagedRegistration> {
    const [row] = await this.db.query<Row>(`SELECT ${columns} FROM ${source} WHERE r.id = $1`, [id]);
    if (!row) throw notFound('This registration');
    return withAnswers(row);
  }
}

function withAnswers({ questions, pastQuestions, answers, ...row }: Row): ManagedRegistration {
  return { ...row, answers: answersWithLabels([...questions, ...pastQuestions], answers) } as ManagedRegistration;
}

function conditionsOf(eventId: string, filter: RegistrationFilter, values: Values): string[] {
  const conditions = [`r.event_id = ${values.add(eventId)}`, 'r.repeat_of IS NULL'];
  if (filter.status) conditions.push(`r.status = ANY (${values.add(filter.status)}::text[])`);
  if (typeof filter.hasArrived === 'boolean') conditions.push(`r.arrived ${filter.hasArrived ? '>' : '='} 0`);
  const text = filter.text?.trim();
  if (text) {
    const part = values.add(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(platform.fold(r.name) LIKE platform.fold(${part}) OR r.email::text ILIKE ${part})`);
  }
  return conditions;
}
