import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export interface PasskeyOptions {
  challenge: string;
  rpId: string;
  userId?: string;
  credentialIds?: string[];
}

interface Credential {
  id: Buffer;
  /** In COSE format. */
  publicKey: Buffer;
  privateKey: KeyObject;
  rpId: string;
  userId: string;
}

export interface ResponseChanges {
  origin?: string;
  rpId?: string;
  challenge?: string;
  credential?: number;
  credentialId?: Buffer;
  userHandle?: string;
  isUserVerified?: boolean;
  isCrossOrigin?: boolean;
}

/** Creates and uses passkeys like a security key with a counter and a browser at this address. */
export class SoftwareAuthenticator {
  counter = 0;
  readonly credentials: Credential[] = [];

  constructor(readonly origin: string) {}

  create({ challenge, rpId, userId = '' }: PasskeyOptions, changes: ResponseChanges = {}) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    const id = changes.credentialId ?? randomBytes(32);
    const cosePublicKey = Buffer.concat([
      // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, which is EC2, ES256 and P-256.
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x!, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y!, 'base64url'),
    ]);
    this.credentials.push({ id, publicKey: cosePublicKey, privateKey, rpId, userId });
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cosePublicKey]);
    const authenticatorData = Buffer.concat([this.authenticatorData(rpId, 0x40, changes), credential]);
    return {
      credentialId: id.toString('base64url'),
      clientData: this.clientData('webauthn.create', challenge, changes).toString('base64url'),
      attestationObject: attestationOf(authenticatorData).toString('base64url'),
    };
  }

  get({ challenge, rpId }: PasskeyOptions, changes: ResponseChanges = {}) {
    const { id, privateKey, userId } = this.credentials.at(changes.credential ?? -1)!;
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', challenge, changes);
    const authenticatorData = this.authenticatorData(rpId, 0, changes);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return {
      credentialId: id.toString('base64url'),
      clientData: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, privateKey).toString('base64url'),
      userHandle: changes.userHandle ?? userId,
    };
  }

  private clientData(type: string, challenge: string, changes: ResponseChanges): Buffer {
    const { origin = this.origin, isCrossOrigin = false } = changes;
    return Buffer.from(
      JSON.stringify({ type, challenge: changes.challenge ?? challenge, origin, crossOrigin: isCrossOrigin }),
    );
  }

  private authenticatorData(rpId: string, flags: number, changes: ResponseChanges): Buffer {
    const { isUserVerified = true } = changes;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const present = 0x01;
    const verified = isUserVerified ? 0x04 : 0;
    return Buffer.concat([
      createHash('sha256')
        .update(changes.rpId ?? rpId)
        .digest(),
      Buffer.from([flags | present | verified]),
      counter,
    ]);
  }
}

/** CBOR of `{fmt: 'none', attStmt: {}, authData}`. */
function attestationOf(authenticatorData: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authenticatorData.length);
  return Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
    Buffer.from([0x59]),
    length,
    authenticatorData,
  ]);
}
