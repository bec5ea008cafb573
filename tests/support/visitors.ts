import { Passwords, signInCodeOf } from '@upstander/identity';
import { type Puzzle, Secrets } from '@upstander/platform';
import { hash } from 'node:crypto';
import { generate } from 'otplib';
import type { GraphqlAnswer, TestApp } from './app.js';
import { minutes } from './movable-clock.js';
import { anAccount, type Person } from './people.js';
import { sealAccounts } from './seals.js';

export const password = 'four words nobody guesses';

export const ask = {
  signIn: `mutation ($email: EmailAddress!, $password: String!) {
    signIn(email: $email, password: $password) { state account { email } }
  }`,
  solvedCode:
    'mutation ($email: EmailAddress!, $solution: String) { requestSignInCode(email: $email, solution: $solution) { ok } }',
  signInWithCode: `mutation ($email: EmailAddress!, $code: String!) {
    signInWithCode(email: $email, code: $code) { state account { email name grants { role chapter { id } } } }
  }`,
  requestCode: 'mutation ($email: EmailAddress!) { requestSignInCode(email: $email) { ok } }',
  secondStep: 'mutation ($code: String!) { verifySecondStep(code: $code) { state account { email } } }',
  beginSetup: 'mutation ($current: String) { beginSecondStepSetup(currentPassword: $current) { secret uri qrSvg } }',
  finishSetup: `mutation ($code: String!, $current: String) {
    finishSecondStepSetup(code: $code, currentPassword: $current) { state }
  }`,
  signOutEverywhere: 'mutation { signOutEverywhere { ok } }',
  setPassword: `mutation ($current: String, $new: String!) {
    setPassword(currentPassword: $current, newPassword: $new) { ok }
  }`,
  resetPassword: 'mutation ($new: String!) { resetPassword(newPassword: $new) { ok } }',
  proveSecondStep: 'mutation ($code: String!) { proveSecondStep(code: $code) { ok } }',
  signOut: 'mutation { signOut { ok } }',
  me: '{ me { email hasSecondStep grants { role } } }',
} as const;

let nextVisitor = 1;

export interface Visitor {
  cookie: string | undefined;
  readonly address: string;
  /** Stores the cookies of a response. */
  keepCookies(headers: Headers): void;
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer<Data>>;
}

/**
 * A browser with cookies and a separate network address, so that rate limits of tests don't interact. The app needs
 * TRUST_PROXY.
 */
export function aVisitor(app: TestApp, address?: string): Visitor {
  const n = nextVisitor++;
  const ownAddress = address ?? `198.51.${n >> 8}.${n & 255}`;
  const headers = { 'x-forwarded-for': ownAddress };
  const cookieJar = new Map<string, string>();
  return {
    address: ownAddress,
    get cookie() {
      return cookieJar.size > 0 ? [...cookieJar].map(([name, value]) => `${name}=${value}`).join('; ') : undefined;
    },
    set cookie(header) {
      cookieJar.clear();
      for (const pair of header?.split('; ') ?? [])
        cookieJar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    },
    async ask<Data>(query: string, variables?: Record<string, unknown>) {
      const answer = await app.graphql<Data>(query, variables, { cookie: this.cookie, headers });
      this.keepCookies(answer.headers);
      return answer;
    },
    keepCookies(received) {
      for (const set of received.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (set.includes('Max-Age=0;')) cookieJar.delete(name);
        else cookieJar.set(name, value);
      }
    },
  };
}

/** Solves a puzzle. Takes a tenth of the time a browser needs with one promise per number. */
export function solvePuzzle({ algorithm, challenge, salt, signature, maxNumber }: Puzzle): string {
  let number = 0;
  while (number <= maxNumber && hash('sha256', `${salt}${number}`) !== challenge) number += 1;
  return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString('base64');
}

/** Creates an account with the `password` above. */
export async function withPassword(app: TestApp, person: Person = {}): Promise<{ id: string; email: string }> {
  const account = await anAccount(app.db, person);
  const hashed = await app.nest.get(Passwords, { strict: false }).hash(password, account, 'password');
  await app.db.query('UPDATE identity.account SET password_hash = $2 WHERE id = $1', [account.id, hashed]);
  await sealAccounts(app.db, [account.id]);
  return account;
}

export async function codeByMail(app: TestApp, email: string): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    "SELECT id FROM identity.sign_in_code WHERE email = $1 AND kind = 'code' ORDER BY created_at DESC LIMIT 1",
    [email],
  );
  if (!row) throw new Error(`${email} asked for no code.`);
  return signInCodeOf(app.nest.get(Secrets), { id: row.id, email });
}

/** Returns the current code of the authenticator app, or one this many 30-second steps from now. */
export function authenticatorCode(app: TestApp, secret: string, stepOffset = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(app.clock.now().valueOf() / 1000) + stepOffset * 30 });
}

export async function anOrganizerWithApp(app: TestApp) {
  const visitor = aVisitor(app);
  const account = await withPassword(app, { role: 'organizer' });
  await visitor.ask(ask.signIn, { email: account.email, password });
  const begun = await visitor.ask<{ beginSecondStepSetup: { secret: string; uri: string; qrSvg: string } }>(
    ask.beginSetup,
  );
  const setup = begun.data.beginSecondStepSetup;
  await visitor.ask(ask.finishSetup, { code: await authenticatorCode(app, setup.secret) });
  app.clock.advance(minutes(1));
  return { ...account, visitor, setup, secret: setup.secret };
}
