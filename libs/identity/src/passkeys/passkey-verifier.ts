import { Injectable } from '@nestjs/common';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { Clock, Config, Refusal, type Tx } from '@upstander/platform';
import type { Browser } from '../access/current-browser.js';
import { AccountSeals } from '../accounts/rows/account-seals.js';
import { SecurityEvents } from '../security-events/security-events.js';
import { PasskeyChallenges, type ChallengeUse } from './passkey-challenges.js';
import type { PasskeyAssertion, PasskeyAttestation } from './passkey-response.input.js';
import { PasskeySeals } from './passkey-seals.js';

/** COSE identifiers of EdDSA, ES256 and RS256. */
const algorithms = [-8, -7, -257];
const maxResponseLength = 8_000;

interface ClientData {
  challenge: string;
  origin: string;
  crossOrigin?: boolean;
}

export interface NewCredential {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** Verifies responses of devices. Passkeys are bound to the address of the admin. */
@Injectable()
export class PasskeyVerifier {
  readonly rpId: string;
  private readonly origin: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly challenges: PasskeyChallenges,
    private readonly accounts: AccountSeals,
    private readonly seals: PasskeySeals,
    private readonly events: SecurityEvents,
  ) {
    ({ hostname: this.rpId, origin: this.origin } = new URL(config.adminUrl));
  }

  /**
   * Redeems the challenge of a response and returns it.
   * @throws Refusal PASSKEY_ELSEWHERE, PASSKEY_UNREADABLE or PASSKEY_REQUEST_ENDED
   */
  async redeemChallenge(
    response: PasskeyAssertion | PasskeyAttestation,
    use: ChallengeUse,
    browser: Browser,
  ): Promise<string> {
    const { challenge, origin, crossOrigin } = readClientData(response);
    if (origin !== this.origin || crossOrigin === true)
      throw new Refusal(
        'PASSKEY_ELSEWHERE',
        `Passkeys only work at ${this.origin}. Open the admin there and try again.`,
        { address: this.origin },
      );
    await this.challenges.redeem(use, challenge, browser);
    return challenge;
  }

  /**
   * Returns true if a passkey of the account signed the challenge. Locks the account and stores the counter. A counter
   * that did not increase may come from a copy of the device's key, so it is rejected and recorded.
   */
  async isSigned(tx: Tx, accountId: string, assertion: PasskeyAssertion, challenge: string): Promise<boolean> {
    await this.accounts.lock(tx, accountId);
    const credentialId = Buffer.from(assertion.credentialId, 'base64url');
    const passkey = (await this.seals.lock(tx, accountId)).find((one) => one.credentialId.equals(credentialId));
    if (!passkey) return false;
    const counter = await this.counterOf(assertion, passkey.publicKey, challenge);
    if (counter === null) return false;
    const storedCounter = Number(passkey.counter);
    if ((counter > 0 || storedCounter > 0) && counter <= storedCounter) {
      this.events.record({ kind: 'passkey-copied', accountId });
      return false;
    }
    await tx.query('UPDATE identity.passkey SET counter = $2, last_used_at = $3 WHERE id = $1', [
      passkey.id,
      counter,
      this.clock.now(),
    ]);
    return true;
  }

  /** Returns the signed counter, or null if the signature is wrong. */
  private async counterOf(assertion: PasskeyAssertion, publicKey: Buffer, challenge: string): Promise<number | null> {
    const { credentialId: id, clientData: clientDataJSON, authenticatorData, signature } = assertion;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON, authenticatorData, signature },
        },
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        // Compared in `isSigned`, which tells a lower counter from a wrong signature.
        credential: { id, publicKey: new Uint8Array(publicKey), counter: -1 },
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch {
      return null;
    }
  }

  /** Returns the credential that a device created. @throws Refusal PASSKEY_UNREADABLE */
  async readNewCredential(attestation: PasskeyAttestation, challenge: string): Promise<NewCredential> {
    const { credentialId: id, clientData: clientDataJSON, attestationObject } = attestation;
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON, attestationObject },
        },
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      });
      const { id: credentialId, publicKey, counter } = registrationInfo!.credential;
      return { credentialId: Buffer.from(credentialId, 'base64url'), publicKey: Buffer.from(publicKey), counter };
    } catch {
      throw unreadableRefusal();
    }
  }
}

function readClientData(response: PasskeyAssertion | PasskeyAttestation): ClientData {
  if (Object.values(response).some((value) => (value?.length ?? 0) > maxResponseLength)) throw unreadableRefusal();
  try {
    const data: unknown = JSON.parse(Buffer.from(response.clientData, 'base64url').toString('utf8'));
    const { challenge, origin, crossOrigin } = data as Partial<ClientData>;
    if (typeof challenge === 'string' && typeof origin === 'string') return { challenge, origin, crossOrigin };
  } catch {
    // Refused below.
  }
  throw unreadableRefusal();
}

function unreadableRefusal(): Refusal {
  return new Refusal('PASSKEY_UNREADABLE', 'We couldn’t use what your device sent. Please try again.');
}
