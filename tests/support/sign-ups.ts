import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { RequestOptions, GraphqlAnswer, TestApp } from './app.js';

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

/** Everything but the shift is optional. */
export function signUp(
  app: TestApp,
  form: Form,
  options?: RequestOptions,
): Promise<GraphqlAnswer<{ signUp: { signup: Receipt } }>> {
  const input = { name: 'Ana Reyes', email: `${randomUUID()}@example.org`, ...form };
  return app.graphql(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }',
    { input },
    options,
  );
}

export async function signUpExpectingPlace(app: TestApp, form: Form, options?: RequestOptions): Promise<Receipt> {
  const { data, errors } = await signUp(app, form, options);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.signUp.signup;
}

/** Returns the token of the personal link in emails about a sign-up. */
export function linkOf(app: TestApp, signupId: string): string {
  return app.nest.get(SignedIds).sign('signup', signupId, 0);
}

type LinkOperation = 'confirmSignup' | 'cancelSignup' | 'acceptOffer' | 'declineOffer';

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

/** Returns the sign-ups of a shift with their emails in order of arrival, for comparison. */
export async function listSignups(app: TestApp, shiftId: string): Promise<string[]> {
  const rows = await app.db.query<{ line: string }>(
    `SELECT u.name || ' ' || u.status AS line FROM events.signup u
     WHERE u.shift_id = $1 ORDER BY coalesce(u.line_number, 0), u.created_at, u.name`,
    [shiftId],
  );
  return rows.map(({ line }) => line);
}

export async function mailsOf(app: TestApp, signupId: string): Promise<string[]> {
  const rows = await app.db.query<{ template: string }>(
    'SELECT template FROM notifications.mail WHERE subject_id = $1 ORDER BY due_at, created_at, template',
    [signupId],
  );
  return rows.map(({ template }) => template);
}

/** Returns the counters of a shift, compared with its sign-ups. */
export async function readCounters(
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
