import { randomUUID } from 'node:crypto';
import { refusal, type GraphqlAnswer, type TestApp } from './app.js';
import { seals } from './seals.js';
import { SoftwareAuthenticator, type PasskeyOptions } from './software-authenticator.js';
import { anOrganizerWithApp, ask, password, aVisitor, type Visitor } from './visitors.js';

const options = 'challenge rpId credentialIds';

export const askPasskey = {
  begin: `mutation { beginPasskey { ${options} userId userName } }`,
  add: 'mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { id name lastUsedAt } }',
  remove: 'mutation ($id: ID!) { removePasskey(id: $id) { ok } }',
  list: '{ myPasskeys { id name createdAt lastUsedAt } }',
  beginSignIn: `mutation { beginPasskeySignIn { ${options} } }`,
  signIn: `mutation ($assertion: PasskeyAssertion!) { signInWithPasskey(assertion: $assertion) { state account { email } } }`,
  beginConfirmation: `mutation { beginPasskeyConfirmation { ${options} } }`,
  verify: 'mutation ($assertion: PasskeyAssertion!) { verifyPasskey(assertion: $assertion) { state } }',
  prove: 'mutation ($assertion: PasskeyAssertion!) { provePasskey(assertion: $assertion) { ok } }',
} as const;

export interface PasskeyRow {
  id: string;
  name: string;
  lastUsedAt: string | null;
}

export function anAuthenticator(app: TestApp): SoftwareAuthenticator {
  return new SoftwareAuthenticator(new URL(app.config.adminUrl).origin);
}

export async function optionsOf(visitor: Visitor, text: string): Promise<PasskeyOptions> {
  const answer = await visitor.ask<Record<string, PasskeyOptions>>(text);
  const [received] = Object.values(answer.data ?? {});
  if (!received) throw new Error(`No options: ${refusal(answer)}`);
  return received;
}

export async function addPasskey(
  visitor: Visitor,
  authenticator: SoftwareAuthenticator,
  name = 'Laptop',
): Promise<GraphqlAnswer<{ addPasskey: PasskeyRow }>> {
  const attestation = authenticator.create(await optionsOf(visitor, askPasskey.begin));
  return visitor.ask(askPasskey.add, { input: { name, attestation } });
}

/** Inserts a passkey of an account. Other tests cover adding one. */
export async function aPasskey(app: TestApp, accountId: string, authenticator: SoftwareAuthenticator): Promise<string> {
  const userId = Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
  authenticator.create({ challenge: '', rpId: new URL(app.config.adminUrl).hostname, userId });
  const { id: credentialId, publicKey } = authenticator.credentials.at(-1)!;
  const passkey = { id: randomUUID(), accountId, credentialId, publicKey };
  await app.db.query(
    `INSERT INTO identity.passkey (id, account_id, credential_id, public_key, counter, name, created_at, seal)
     VALUES ($1, $2, $3, $4, 0, 'Laptop', now(), $5)`,
    [passkey.id, accountId, credentialId, publicKey, seals.passkeys.sealOf(passkey)],
  );
  return passkey.id;
}

/** Sorted by name. */
export async function passkeysOf(visitor: Visitor): Promise<PasskeyRow[]> {
  const { data } = await visitor.ask<{ myPasskeys: PasskeyRow[] }>(askPasskey.list);
  return [...data.myPasskeys].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function signInWithPasskey(visitor: Visitor, authenticator: SoftwareAuthenticator, credential = -1) {
  const assertion = authenticator.get(await optionsOf(visitor, askPasskey.beginSignIn), { credential });
  return visitor.ask<{ signInWithPasskey: { state: string } }>(askPasskey.signIn, { assertion });
}

/** An organizer with an authenticator app and passkeys on this many devices. */
export async function anOrganizerWithPasskeys(app: TestApp, count = 2) {
  const organizer = await anOrganizerWithApp(app);
  const authenticators = Array.from({ length: count }, () => anAuthenticator(app));
  for (const [at, authenticator] of authenticators.entries())
    await addPasskey(organizer.visitor, authenticator, `Device ${at + 1}`);
  return { ...organizer, authenticators, authenticator: authenticators[0]! };
}

/** Entered the password, not yet the second step. */
export async function halfSignedIn(app: TestApp, email: string): Promise<Visitor> {
  const visitor = aVisitor(app);
  await visitor.ask(ask.signIn, { email, password });
  return visitor;
}
