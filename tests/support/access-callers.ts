import { Secrets } from '@upstander/platform';
import { generateSecret } from 'otplib';
import type { TestApp } from './app.js';
import { aCookie, anAccount } from './people.js';
import { sealAccounts } from './seals.js';

export const people = [
  'anonymous',
  'halfway',
  'volunteer',
  'organizer',
  'business',
  'advocate',
  'finance',
  'moderator',
  'admin',
] as const;
export type PersonKind = (typeof people)[number];

export interface Caller {
  accountId: string | null;
  email: string | null;
  cookie: string | undefined;
  /** Secret of the authenticator app, for an admin who has not entered its code. */
  secret: string | null;
  /** Sets a new authenticator secret on the account, as `beginSecondStepSetup` does. */
  beginSecondStep(): Promise<string>;
  /** Sets up an app and returns its secret, for callers who must enter another code. */
  provenSecondStep(): Promise<string>;
}

/**
 * Creates a user with this role (in this chapter, or everywhere for admins), signed in with an app code. `halfway`
 * is an admin who has not entered the app code.
 */
export async function aCaller(app: TestApp, kind: PersonKind, chapterId: string): Promise<Caller> {
  const secret = generateSecret();
  const putSecret = async (accountId: string) => {
    const sealed = app.nest.get(Secrets).seal(`totp/${accountId}`, secret);
    await app.db.query('UPDATE identity.account SET totp_secret_sealed = $2 WHERE id = $1', [accountId, sealed]);
    await sealAccounts(app.db, [accountId]);
  };
  if (kind === 'anonymous') {
    const beginSecondStep = async () => secret;
    return {
      accountId: null,
      email: null,
      cookie: undefined,
      secret: null,
      beginSecondStep,
      provenSecondStep: beginSecondStep,
    };
  }
  const role = kind === 'halfway' ? 'admin' : kind;
  const person = { role, chapterId: role === 'admin' ? null : chapterId };
  if (kind !== 'halfway') {
    const { accountId, email, cookie } = await app.signedIn(person);
    const beginSecondStep = async () => {
      await putSecret(accountId);
      return secret;
    };
    const provenSecondStep = async () => {
      await putSecret(accountId);
      await app.db.query('UPDATE identity.account SET totp_confirmed_at = now() WHERE id = $1', [accountId]);
      await sealAccounts(app.db, [accountId]);
      return secret;
    };
    return { accountId, email, cookie, secret: null, beginSecondStep, provenSecondStep };
  }
  const { id, email } = await anAccount(app.db, person);
  await putSecret(id);
  await app.db.query('UPDATE identity.account SET totp_confirmed_at = now() WHERE id = $1', [id]);
  await sealAccounts(app.db, [id]);
  const cookie = await aCookie(app.db, id, { secondStep: 'needed', now: new Date() });
  const known = async () => secret;
  return {
    accountId: id,
    email,
    cookie,
    secret,
    beginSecondStep: known,
    provenSecondStep: known,
  };
}
