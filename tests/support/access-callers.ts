import { Secrets } from '@upstander/platform';
import { generateSecret } from 'otplib';
import type { TestApp } from './app.js';
import { aCookie, anAccount } from './people.js';
import { sealAccounts } from './seals.js';

/** The kinds of people the access table has a column for. */
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

/** Somebody who asks one operation once. */
export interface Caller {
  accountId: string | null;
  email: string | null;
  cookie: string | undefined;
  /** The secret of their authenticator app, for whoever is halfway. */
  secret: string | null;
  /** Puts a new authenticator's secret on the account, as `beginSecondStepSetup` would. */
  beginSecondStep(): Promise<string>;
  /** The secret of an app that is set up: for whoever has to prove the second step again. */
  provenSecondStep(): Promise<string>;
}

/**
 * A new person with the role (in this chapter; an admin everywhere), signed in with the second step done. `halfway` is
 * an admin who still owes the second step.
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
