import { SignedIds, type Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type RequestOptions, type TestApp } from './app.js';
import { aChapter, anEvent } from './factories.js';
import { hours } from './movable-clock.js';

/** The start of `aWalk`, 8 AM in Los Angeles, and the time of the tests. */
export const walkTimes = { startsAt: new Date('2027-05-02T15:00:00Z'), now: new Date('2027-04-20T12:00:00Z') };

export interface RegistrationDesk {
  app: TestApp;
  chapter: { id: string };
  /** An organizer of the chapter. */
  rosa: { cookie: string };
  /** An organizer of another chapter. */
  stranger: { cookie: string };
  /** Creates an event of the chapter. Without a form if `form` is null. */
  aWalk: (form?: FormParts | null, event?: Parameters<typeof anEvent>[1]) => ReturnType<typeof anEvent>;
}

export async function aRegistrationDesk(config: Record<string, string> = {}): Promise<RegistrationDesk> {
  const app = await startApp({ config });
  const chapter = await aChapter(app.db);
  return {
    app,
    chapter,
    rosa: await app.signedIn({ role: 'organizer', chapterId: chapter.id }),
    stranger: await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id }),
    aWalk: async (form = {}, event = {}) => {
      const parts = { chapterId: chapter.id, title: 'Walk for safe homes', startsAt: walkTimes.startsAt, ...event };
      const walk = await anEvent(app.db, parts);
      if (form) await aRegistrationForm(app.db, walk.id, form);
      return walk;
    },
  };
}

export interface FormParts {
  capacity?: number | null;
  maxParty?: number;
  hasWaitlist?: boolean;
  questions?: ReadonlyArray<Record<string, unknown>>;
}

/** Creates a registration form for an event. */
export async function aRegistrationForm(db: Database, eventId: string, form: FormParts = {}): Promise<{ id: string }> {
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO events.registration_form (event_id, capacity, max_party, has_waitlist, questions, updated_at)
     VALUES ($1, $2, $3, $4, $5, now()) RETURNING id`,
    [
      eventId,
      form.capacity ?? null,
      form.maxParty ?? 10,
      form.hasWaitlist ?? true,
      JSON.stringify(form.questions ?? []),
    ],
  );
  return { id: row!.id };
}

interface RegistrationParts {
  name?: string;
  email?: string | null;
  locale?: 'en' | 'es';
  status?: 'confirmed' | 'waitlisted' | 'cancelled';
  party?: number;
  arrived?: number;
  answers?: Record<string, string>;
  /** False if the address isn't confirmed yet. */
  verified?: boolean;
  now?: Date;
}

/** Creates a confirmed registration, unless `parts` say otherwise. */
export async function aRegistration(
  db: Database,
  eventId: string,
  parts: RegistrationParts = {},
): Promise<{ id: string; email: string | null }> {
  const now = parts.now ?? new Date();
  const isVerified = parts.verified ?? true;
  const email = parts.email === undefined ? `${randomUUID()}@example.org` : parts.email;
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO events.registration (event_id, name, email, locale, status, party, arrived, answers, verified_at,
       expires_at, line_number, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $5 = 'waitlisted' THEN 1 END, $11) RETURNING id`,
    [
      eventId,
      parts.name ?? 'Ana Reyes',
      email,
      parts.locale ?? 'en',
      parts.status === 'waitlisted' ? 'waitlisted' : 'confirmed',
      parts.party ?? 1,
      parts.arrived ?? 0,
      JSON.stringify(parts.answers ?? {}),
      isVerified ? now : null,
      isVerified ? null : new Date(now.valueOf() + hours(24)),
      now,
    ],
  );
  if (parts.status === 'cancelled')
    await db.query(`UPDATE events.registration SET status = 'cancelled' WHERE id = $1`, [row!.id]);
  return { id: row!.id, email };
}

export interface RegistrationAnswerParts {
  id: string;
  status: string;
  party: number;
  position: number | null;
}

/** Registers a party and returns its receipt, or the code of the refusal. */
export async function register(
  app: TestApp,
  input: Record<string, unknown>,
  options?: RequestOptions,
): Promise<RegistrationAnswerParts | string> {
  const answer = await app.graphql<{ registerForEvent: RegistrationAnswerParts } | null>(
    'mutation ($input: RegisterInput!) { registerForEvent(input: $input) { id status party position } }',
    { input: { name: 'Ana Reyes', party: 1, ...input } },
    options,
  );
  return answer.data?.registerForEvent ?? refusal(answer)!;
}

/** Runs an operation of the personal link and returns the status, or the code of the refusal. */
export async function byRegistrationLink(
  app: TestApp,
  operation: 'confirmRegistration' | 'cancelRegistration' | 'changeRegistration',
  id: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const type = operation === 'changeRegistration' ? 'ChangeRegistrationInput' : 'RegistrationTokenInput';
  const answer = await app.graphql<Record<string, { status: string } | null> | null>(
    `mutation ($input: ${type}!) { ${operation}(input: $input) { status } }`,
    { input: { token: app.nest.get(SignedIds).sign('registration', id), ...changes } },
  );
  return answer.data?.[operation]?.status ?? refusal(answer)!;
}
