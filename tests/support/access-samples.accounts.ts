import { sha256 } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { anAccount } from './people.js';
import { aRoleRequest } from './seals.js';
import { authenticatorCode, codeByMail, password, withPassword } from './visitors.js';

const email = () => `${randomUUID()}@example.org`;

async function roleRequestIn({ app, chapter }: Place): Promise<string> {
  return aRoleRequest(app.db, {
    accountId: (await anAccount(app.db)).id,
    role: 'finance',
    chapterId: chapter.id,
    requestedBy: (await anAccount(app.db, { role: 'admin' })).id,
  });
}

export const accountSamples: Record<string, MakeSample> = {
  accounts: () => ({}),
  roleRequests: () => ({}),
  stopSecondStepReset: async ({ app }) => ({ variables: { accountId: (await anAccount(app.db)).id } }),
  disableAccount: async ({ app }) => ({ variables: { id: (await anAccount(app.db)).id } }),
  enableAccount: async ({ app }) => ({ variables: { id: (await anAccount(app.db)).id } }),
  endSessions: async ({ app }) => ({ variables: { accountId: (await anAccount(app.db)).id } }),
  mySessions: () => ({}),
  approveRole: async (place) => ({ variables: { requestId: await roleRequestIn(place) } }),
  rejectRole: async (place) => ({ variables: { requestId: await roleRequestIn(place) } }),
  'grantRole (a powerful one)': async ({ app }) => {
    await anAccount(app.db, { role: 'finance' });
    return { variables: { input: { accountId: (await anAccount(app.db)).id, role: 'FINANCE' } } };
  },
  proveSecondStep: async ({ app, caller }) => ({
    variables: { code: await authenticatorCode(app, await caller.provenSecondStep()) },
  }),
  beginSecondStepSetup: () => ({}),
  createAccount: ({ chapter }) => ({
    variables: { input: { email: email(), name: 'Ben', role: 'ORGANIZER', chapterId: chapter.id } },
  }),
  finishSecondStepSetup: async ({ app, caller }) => ({
    variables: { code: await authenticatorCode(app, await caller.beginSecondStep()) },
  }),
  grantRole: async ({ app, chapter }) => ({
    variables: { input: { accountId: (await anAccount(app.db)).id, role: 'ORGANIZER', chapterId: chapter.id } },
  }),
  requestSignInCode: () => ({ variables: { email: email() } }),
  resetSecondStep: async ({ app }) => ({ variables: { accountId: (await anAccount(app.db)).id } }),
  revokeRole: async ({ app }) => ({
    variables: {
      input: { accountId: (await anAccount(app.db, { role: 'finance' })).id, role: 'FINANCE' },
      confirmLastHolder: true,
    },
  }),
  revokeSession: async ({ app, caller, own }) => {
    const owner = own && caller.email ? { email: caller.email } : {};
    const { accountId } = await app.signedIn(owner);
    const [session] = await app.db.query<{ id: string }>(
      'SELECT id FROM identity.session WHERE account_id = $1 ORDER BY created_at DESC, id LIMIT 1',
      [accountId],
    );
    return { variables: { id: session!.id } };
  },
  setMyLocale: () => ({ variables: { locale: 'ES' } }),
  resetPassword: () => ({ variables: { newPassword: 'four words nobody guesses' } }),
  setPassword: () => ({ variables: { newPassword: 'four words nobody guesses' } }),
  signIn: async ({ app }) => ({ variables: { email: (await withPassword(app)).email, password } }),
  signInWithCode: async ({ app }) => {
    const { email: address } = await anAccount(app.db);
    await app.db.query(
      `INSERT INTO identity.sign_in_code (email, browser_hash, created_at, expires_at)
       VALUES ($1, $2, now(), now() + interval '1 minute')`,
      [address, sha256('b'.repeat(43))],
    );
    return { variables: { email: address, code: await codeByMail(app, address), challenge: 'b'.repeat(43) } };
  },
  signOut: () => ({}),
  signOutElsewhere: () => ({}),
  signOutEverywhere: () => ({}),
  verifySecondStep: async ({ app, caller }) => ({
    variables: { code: caller.secret ? await authenticatorCode(app, caller.secret) : '123456' },
  }),
};
