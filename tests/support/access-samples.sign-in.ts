import type { MakeSample, Place } from './access-samples.js';
import { aSignInIdentity } from './identity-provider.js';
import { anAccount } from './people.js';
import { anAuthenticator, aPasskey, askPasskey } from './passkeys.js';
import type { PasskeyOptions, SoftwareAuthenticator } from './software-authenticator.js';

const browser = 'b'.repeat(43);

/** Challenges are bound to a cookie of the browser, which the caller sends from now on. */
async function optionsFor({ app, caller }: Place, text: string): Promise<PasskeyOptions | null> {
  if (!caller.cookie?.includes('code-asked'))
    caller.cookie = [caller.cookie, `code-asked=${browser}`].filter(Boolean).join('; ');
  const answer = await app.graphql<Record<string, PasskeyOptions> | null>(text, {}, { cookie: caller.cookie });
  return Object.values(answer.data ?? {})[0] ?? null;
}

/** Adds a passkey for the caller, or for another organizer. */
async function passkeyIn({ app, caller, own }: Place, authenticator: SoftwareAuthenticator): Promise<string> {
  const other = async () => (await anAccount(app.db, { role: 'organizer' })).id;
  return aPasskey(app, own && caller.accountId ? caller.accountId : await other(), authenticator);
}

const nothing = { credentialId: '', clientData: '', authenticatorData: '', signature: '' };

const byConfirmation: MakeSample = async (place) => {
  const authenticator = anAuthenticator(place.app);
  await passkeyIn({ ...place, own: true }, authenticator);
  const options = await optionsFor(place, askPasskey.beginConfirmation);
  return { variables: { assertion: options ? authenticator.get(options) : nothing } };
};

export const signInSamples: Record<string, MakeSample> = {
  createRecoveryCodes: async ({ caller }) => {
    await caller.provenSecondStep();
    return {};
  },
  recoveryCodesLeft: () => ({}),
  myPasskeys: () => ({}),
  beginPasskey: () => ({}),
  addPasskey: async (place) => {
    const options = await optionsFor(place, askPasskey.begin);
    const attestation = anAuthenticator(place.app).create(options ?? { challenge: '', rpId: '' });
    return { variables: { input: { name: 'Laptop', attestation } } };
  },
  removePasskey: async (place) => ({ variables: { id: await passkeyIn(place, anAuthenticator(place.app)) } }),
  beginPasskeySignIn: () => ({}),
  signInWithPasskey: async (place) => {
    const authenticator = anAuthenticator(place.app);
    const { id } = await anAccount(place.app.db, { role: 'organizer' });
    for (let i = 0; i < 2; i++) await aPasskey(place.app, id, authenticator);
    return { variables: { assertion: authenticator.get((await optionsFor(place, askPasskey.beginSignIn))!) } };
  },
  beginPasskeyConfirmation: async (place) => {
    await passkeyIn({ ...place, own: true }, anAuthenticator(place.app));
    return {};
  },
  verifyPasskey: byConfirmation,
  provePasskey: byConfirmation,
  singleSignOnName: () => ({}),
  unlinkSingleSignOn: async ({ app, caller }) => {
    await caller.provenSecondStep();
    if (caller.accountId) await aSignInIdentity(app.db, caller.accountId);
    return {};
  },
};
