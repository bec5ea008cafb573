import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Asking, GraphqlAnswer, TestApp } from './app.js';

export interface Receipt {
  id: string;
  status: 'CONFIRMED' | 'WAITLISTED' | 'OFFERED' | 'CANCELLED' | 'EXPIRED';
  position: number | null;
}

export interface Form {
  shiftId: string;
  name?: string;
  email?: string;
  phone?: string;
  locale?: 'EN' | 'ES';
  idempotencyKey?: string;
}

/** Fills in the sign-up form; everything but the shift may be left out. */
export function signUp(
  app: TestApp,
  form: Form,
  asking?: Asking,
): Promise<GraphqlAnswer<{ signUp: { signup: Receipt } }>> {
  const input = { name: 'Ana Reyes', email: `${randomUUID()}@example.org`, ...form };
  return app.graphql(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }',
    { input },
    asking,
  );
}

/** Fills in the form and expects to get in. */
export async function isIn(app: TestApp, form: Form, asking?: Asking): Promise<Receipt> {
  const { data, errors } = await signUp(app, form, asking);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.signUp.signup;
}

/** The token of the personal link in the mail about a sign-up. */
export function linkOf(app: TestApp, signupId: string): string {
  return app.nest.get(SignedIds).sign('signup', signupId, 0);
}

type LinkOperation = 'confirmSignup' | 'cancelSignup' | 'acceptOffer' | 'declineOffer';

/** Does one of the things that the personal link allows. */
export async function byLink(
  app: TestApp,
  operation: LinkOperation,
  signupId: string,
  idempotencyKey?: string,
): Promise<{ signup: Receipt | null; refused: string | null; details: Record<string, unknown> | undefined }> {
  const { data, errors } = await app.graphql<Record<string, { signup: Receipt } | null>>(
    `mutation ($input: SignupTokenInput!) { ${operation}(input: $input) { signup { id status position } } }`,
    { input: { token: linkOf(app, signupId), idempotencyKey } },
  );
  const [error] = errors ?? [];
  return {
    signup: data?.[operation]?.signup ?? null,
    refused: error?.extensions.code ?? null,
    details: error?.extensions.details,
  };
}

/** The sign-ups of a shift with what their mails were, in order of arrival: a picture for a test to compare. */
export async function lineOf(app: TestApp, shiftId: string): Promise<string[]> {
  const rows = await app.db.query<{ line: string }>(
    `SELECT u.name || ' ' || u.status AS line FROM events.signup u
     WHERE u.shift_id = $1 ORDER BY coalesce(u.line_number, 0), u.created_at, u.name`,
    [shiftId],
  );
  return rows.map(({ line }) => line);
}

/** The names of the mails a sign-up was sent, oldest first. */
export async function mailsOf(app: TestApp, signupId: string): Promise<string[]> {
  const rows = await app.db.query<{ template: string }>(
    'SELECT template FROM notifications.mail WHERE subject_id = $1 ORDER BY due_at, created_at, template',
    [signupId],
  );
  return rows.map(({ template }) => template);
}

/** The counters of a shift, and whether they are what its sign-ups add up to. */
export async function countersOf(
  app: TestApp,
  shiftId: string,
): Promise<{ taken: number; waiting: number; true: boolean }> {
  const [row] = await app.db.query<{ taken: number; waiting: number; true: boolean }>(
    `SELECT s.taken, s.waiting,
       s.taken = coalesce(sum(1 + u.guests) FILTER (WHERE u.status IN ('confirmed', 'offered')), 0)
         AND s.waiting = count(u.id) FILTER (WHERE u.status = 'waitlisted') AND s.taken <= s.capacity AS true
     FROM events.shift s LEFT JOIN events.signup u ON u.shift_id = s.id WHERE s.id = $1 GROUP BY s.id`,
    [shiftId],
  );
  return row!;
}
