import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { NotificationPreferencesService, Outbox } from '@upstander/notifications';
import {
  type Acknowledgement,
  Clock,
  Config,
  Database,
  Idempotency,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  retryTransaction,
  SignedIds,
  typedKey,
  type Tx,
} from '@upstander/platform';
import { RegistrationForm } from './registration-form.entity.js';
import {
  fillPlaces,
  isActive,
  lockRegistration,
  partyTooLarge,
  requireActive,
  requireRoom,
  type LockedRegistration,
} from './registration-places.js';
import { readAnswers, type RegistrationQuestion } from './registration-question.js';
import { Registration } from './registration.entity.js';
import {
  ChangeRegistrationInput,
  RegisterInput,
  type RegistrationReceipt,
  type RegistrationTokenInput,
} from './registration.input.js';

interface PartyEntry {
  name: string;
  email: string | null;
  locale: string;
  party: number;
  answers: Record<string, string>;
  verified?: boolean;
  added_by?: string | null;
}

/** Registers parties, and serves the holder of a registration's personal link. */
@Injectable()
export class Registrations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly signedIds: SignedIds,
    private readonly outbox: Outbox,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  /**
   * Joins the waitlist if the party doesn't fit or others are waiting. If the signed-in user owns the address, it is
   * confirmed immediately.
   * @throws Refusal BAD_INPUT, NOT_FOUND, REGISTRATION_CLOSED, REGISTRATION_NOT_OPEN, REGISTRATION_FULL, PARTY_TOO_LARGE,
   * IDEMPOTENCY_KEY_REUSED, TOO_MANY_TRIES
   */
  async register(actor: Actor, input: RegisterInput): Promise<RegistrationReceipt> {
    await this.limits.consume('sign-up', actor.address);
    const { email } = input;
    const isOwnAddress = actor.email?.toLowerCase() === email.toLowerCase();
    const { values, faults } = readInput(RegisterInput, input);
    const { questions } = await this.findForm(this.db, input.eventId);
    const { answers, faults: answerFaults } = readAnswers(questions, input.answers);
    refuseFaults({ ...faults, ...answerFaults });
    const entry = { ...values, email, answers, verified: isOwnAddress };
    const key = typedKey(input.idempotencyKey);
    const call = { operation: 'registerForEvent', actorKey: email.toLowerCase(), key, input: [input.eventId, entry] };
    return retryTransaction(() => this.idempotency.transaction(call, (tx) => this.place(tx, input.eventId, entry)));
  }

  /** @throws Refusal of `register`; for organizers also ALREADY_REGISTERED */
  async place(tx: Tx, eventId: string, entry: PartyEntry): Promise<RegistrationReceipt> {
    const { UNCONFIRMED_HOURS, SIGN_UP_MAILS_PER_HOUR } = this.config;
    const [row] = await tx.query<
      Record<string, unknown> &
        Omit<RegistrationReceipt, 'id' | 'addressConfirmed'> & {
          outcome: string;
          id: string | null;
        }
    >(
      `SELECT outcome, id, status, party, waitlist_position AS position
       FROM events.register_party($1, $2, $3, $4, $5)`,
      [eventId, JSON.stringify(entry), this.clock.now(), UNCONFIRMED_HOURS, SIGN_UP_MAILS_PER_HOUR],
    );
    if (!row?.id) throw await this.refusalOf(tx, eventId, row?.outcome ?? 'NOT_FOUND');
    this.outbox.deliver(tx);
    const { id, status, party, position } = row;
    return { id, status, party, position, addressConfirmed: entry.verified ?? false };
  }

  /** Confirms the email address. Has no effect if it is already confirmed. */
  confirm(actor: Actor, input: RegistrationTokenInput): Promise<string> {
    return this.change(actor, input, async (tx, registration) => {
      if (registration.status === 'expired')
        throw new Refusal('REGISTRATION_EXPIRED', 'This registration was not confirmed in time.');
      requireActive(registration);
      await tx.query(
        'UPDATE events.registration SET verified_at = coalesce(verified_at, $2), expires_at = NULL WHERE id = $1',
        [registration.id, this.clock.now()],
      );
    });
  }

  /**
   * Changes the name, the party and the answers, and confirms the address.
   * @throws Refusal BAD_INPUT, NOT_FOUND, REGISTRATION_ENDED, EVENT_STARTED, PARTY_TOO_LARGE, REGISTRATION_FULL
   */
  update(actor: Actor, input: ChangeRegistrationInput): Promise<string> {
    return this.change(actor, input, async (tx, registration) => {
      requireActive(registration);
      this.requireNotStarted(registration);
      const { values, faults } = readInput(ChangeRegistrationInput, input);
      const { questions } = await this.findForm(tx, registration.eventId);
      const { answers, faults: answerFaults } = readAnswers(questions, input.answers);
      refuseFaults({ ...faults, ...answerFaults });
      await requireRoom(tx, registration, values.party, { byStaff: false });
      const verified = { verifiedAt: registration.verifiedAt ?? this.clock.now(), expiresAt: null };
      await this.write(tx, registration, {
        ...values,
        ...verified,
        answers: keepPast(registration, questions, answers),
      });
    });
  }

  /** Cancels the registration; its spots go to the waitlist. Idempotent. @throws Refusal NOT_FOUND, EVENT_STARTED */
  cancel(actor: Actor, input: RegistrationTokenInput): Promise<string> {
    return this.change(actor, input, async (tx, registration) => {
      if (!isActive(registration)) return;
      this.requireNotStarted(registration);
      await this.end(tx, registration, { by: 'participant' });
    });
  }

  /**
   * Opts out of messages after events, using the link in one. Repeated calls have no effect.
   * @throws Refusal NOT_FOUND for an invalid link
   */
  async stopMessages(token: string): Promise<Acknowledgement> {
    const link = this.signedIds.verify('stop-registration-messages', token);
    if (!link) throw notFound('This link');
    await this.db.transaction(async (tx) => {
      const [stopped] = await tx.query<{ email: string | null }>(
        `UPDATE events.registration SET messages_stopped_at = coalesce(messages_stopped_at, $2) WHERE id = $1
         RETURNING email::text`,
        [link.id, this.clock.now()],
      );
      if (stopped?.email) await this.preferences.set(tx, stopped.email, 'volunteer_messages', 'never');
    });
    return { ok: true };
  }

  /** Writes changes to a locked registration. Freed places go to the waitlist. No more people than the party arrived. */
  async write(tx: Tx, before: LockedRegistration, changes: Partial<Registration>): Promise<void> {
    const { party = before.party, arrived = before.arrived } = changes;
    const written = { ...changes, arrived: Math.min(arrived, party) };
    await tx.manager.update(Registration, before.id, written as Partial<Pick<Registration, 'name'>>);
    if (changes.party !== undefined && changes.party < before.party) {
      await fillPlaces(tx, before.eventId, this.clock.now());
      this.outbox.deliver(tx);
    }
  }

  /** Cancels a locked registration with its repeats, notifies the participant, and gives the places to the waitlist. */
  async end(
    tx: Tx,
    { id, eventId, email, locale }: LockedRegistration,
    { by, reason = null, accountId = null }: RegistrationCanceledData & { accountId?: string | null },
  ): Promise<void> {
    const at = this.clock.now();
    await tx.query(
      `UPDATE events.registration SET status = 'cancelled', ended_at = $2, ended_by = $3
       WHERE (id = $1 OR repeat_of = $1) AND status IN ('confirmed', 'waitlisted')`,
      [id, at, accountId],
    );
    await fillPlaces(tx, eventId, at);
    await this.outbox.add(tx, {
      key: `registration-canceled/${id}`,
      template: 'registration-canceled',
      subjectId: id,
      recipient: email,
      locale,
      data: { by, reason },
    });
    this.outbox.deliver(tx);
  }

  /** @throws Refusal NOT_FOUND */
  async findForm(executor: Tx | Database, eventId: string): Promise<Pick<RegistrationForm, 'questions' | 'maxParty'>> {
    if (!isUuid(eventId)) throw notFound('This event');
    const [form] = await executor.query<Pick<RegistrationForm, 'questions' | 'maxParty'> & Record<string, unknown>>(
      'SELECT questions, least(max_party, capacity) AS "maxParty" FROM events.registration_form WHERE event_id = $1',
      [eventId],
    );
    if (!form) throw notFound('This event');
    return form;
  }

  private async change(
    actor: Actor,
    { token }: RegistrationTokenInput,
    work: (tx: Tx, registration: LockedRegistration) => Promise<void>,
  ): Promise<string> {
    await this.limits.consume('public-write', actor.address);
    const link = this.signedIds.verify('registration', token);
    if (!link) throw notFound('This registration');
    await retryTransaction(() =>
      this.db.transaction(async (tx) => {
        const registration = await lockRegistration(tx, link.id);
        if (registration?.tokenVersion !== link.version) throw notFound('This registration');
        await work(tx, registration);
      }),
    );
    return link.id;
  }

  /** @throws Refusal EVENT_STARTED */
  private requireNotStarted({ startsAt }: LockedRegistration): void {
    if (startsAt > this.clock.now()) return;
    throw new Refusal('EVENT_STARTED', 'This event has already started. Please let the organizer know.');
  }

  private async refusalOf(tx: Tx, eventId: string, code: string): Promise<Refusal> {
    switch (code) {
      case 'NOT_FOUND':
        return notFound('This event');
      case 'PARTY_TOO_LARGE':
        return partyTooLarge((await this.findForm(tx, eventId)).maxParty);
      case 'REGISTRATION_NOT_OPEN':
        return new Refusal(code, 'Registration for this event hasn’t opened yet.');
      case 'REGISTRATION_FULL':
        return new Refusal(code, 'There aren’t that many spots left.');
      case 'ALREADY_REGISTERED':
        return new Refusal(code, 'This email address is already registered for the event.');
      default:
        return new Refusal('REGISTRATION_CLOSED', 'Registration for this event is closed.');
    }
  }
}

export interface RegistrationCanceledData {
  by: 'participant' | 'organizer';
  reason?: string | null;
}

/** Adds answers to questions that were removed since: a change must not lose them. */
export function keepPast(
  registration: Pick<Registration, 'answers'>,
  questions: readonly RegistrationQuestion[],
  answers: Registration['answers'],
): Registration['answers'] {
  const past = Object.entries(registration.answers).filter(([id]) => !questions.some((one) => one.id === id));
  return { ...Object.fromEntries(past), ...answers };
}
