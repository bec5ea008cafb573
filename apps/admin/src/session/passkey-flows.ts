import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser';
import { ApiRefusal, graphql } from '@upstander/api-client';
import { request } from '../api/ask';

const beginPasskeySignInMutation = graphql(`
  mutation BeginPasskeySignIn {
    beginPasskeySignIn {
      challenge
      rpId
      credentialIds
    }
  }
`);

const signInWithPasskeyMutation = graphql(`
  mutation SignInWithPasskey($assertion: PasskeyAssertion!) {
    signInWithPasskey(assertion: $assertion) {
      state
    }
  }
`);

const verifyPasskeyMutation = graphql(`
  mutation VerifyPasskey($assertion: PasskeyAssertion!) {
    verifyPasskey(assertion: $assertion) {
      state
    }
  }
`);

const beginPasskeyConfirmationMutation = graphql(`
  mutation BeginPasskeyConfirmation {
    beginPasskeyConfirmation {
      challenge
      rpId
      credentialIds
    }
  }
`);

const provePasskeyMutation = graphql(`
  mutation ProvePasskey($assertion: PasskeyAssertion!) {
    provePasskey(assertion: $assertion) {
      ok
    }
  }
`);

interface RequestOptions {
  challenge: string;
  rpId: string;
  credentialIds: readonly string[];
}

interface CreationOptions extends RequestOptions {
  rpName: string;
  userId: string;
  userName: string;
  userDisplayName: string;
}

/** As `PasskeyAssertion` in the API. */
interface Assertion {
  credentialId: string;
  clientData: string;
  authenticatorData: string;
  signature: string;
  userHandle: string | null;
}

const waitMs = 5 * 60_000;
const key = 'public-key' as const;
/** EdDSA, ES256 and RS256, as in `libs/identity/src/passkeys`. */
const pubKeyCredParams = [-8, -7, -257].map((alg) => ({ alg, type: key }));
const listed = (ids: readonly string[]) => ids.map((id) => ({ id, type: key }));

/** Asks the device to sign. @throws ApiRefusal */
async function signWithPasskey({ challenge, rpId, credentialIds }: RequestOptions): Promise<Assertion> {
  const { id, response } = await orRefusal(
    startAuthentication({
      optionsJSON: {
        challenge,
        rpId,
        timeout: waitMs,
        userVerification: 'required',
        allowCredentials: listed(credentialIds),
      },
    }),
  );
  const { clientDataJSON: clientData, authenticatorData, signature, userHandle = null } = response;
  return { credentialId: id, clientData, authenticatorData, signature, userHandle };
}

/** Asks the device to create a passkey. @throws ApiRefusal */
export async function createPasskey(options: CreationOptions) {
  const optionsJSON: PublicKeyCredentialCreationOptionsJSON = {
    challenge: options.challenge,
    rp: { id: options.rpId, name: options.rpName },
    user: { id: options.userId, name: options.userName, displayName: options.userDisplayName },
    pubKeyCredParams,
    timeout: waitMs,
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    excludeCredentials: listed(options.credentialIds),
  };
  const { id, response } = await orRefusal(startRegistration({ optionsJSON }));
  return { credentialId: id, clientData: response.clientDataJSON, attestationObject: response.attestationObject };
}

async function orRefusal<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw new ApiRefusal(codes[error instanceof Error ? error.name : ''] ?? 'PASSKEY_UNAVAILABLE');
  }
}

/** By the name of the exception, see https://www.w3.org/TR/webauthn-3/. */
const codes: Readonly<Record<string, string>> = {
  NotAllowedError: 'PASSKEY_CANCELED',
  AbortError: 'PASSKEY_CANCELED',
  InvalidStateError: 'PASSKEY_EXISTS',
};

/** @throws ApiRefusal or ApiFault */
export async function signInWithPasskey() {
  const assertion = await signWithPasskey((await request(beginPasskeySignInMutation, {})).beginPasskeySignIn);
  return (await request(signInWithPasskeyMutation, { assertion })).signInWithPasskey;
}

/** Completes a sign-in. @throws ApiRefusal or ApiFault */
export async function verifyPasskey() {
  return (await request(verifyPasskeyMutation, { assertion: await confirm() })).verifyPasskey;
}

/** Confirms who is at the computer. @throws ApiRefusal or ApiFault */
export async function provePasskey(): Promise<void> {
  await request(provePasskeyMutation, { assertion: await confirm() });
}

async function confirm(): Promise<Assertion> {
  return signWithPasskey((await request(beginPasskeyConfirmationMutation, {})).beginPasskeyConfirmation);
}
