import { Injectable } from '@nestjs/common';
import { Config, deriveStableKey } from '@upstander/platform';
import { createHash, createHmac, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { rsaFromSeed } from './rsa-from-seed.js';

/** Prefix of every Ed25519 key in PKCS #8; the 32 bytes of the key follow (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Keys of the badges, both derived from one seed. Badges are signed with RSA, which every verifier of Open Badges 3.0
 * must support. The Ed25519 key signed badges before 0.3 and stays published, so that those remain verifiable.
 */
@Injectable()
export class BadgeKey {
  /** URL of the public RSA key, named in the header of every badge. */
  readonly publicUrl: string;
  readonly issuerUrl: string;
  private readonly seed: Buffer;
  private readonly ed25519: KeyObject;
  private rsa?: Promise<KeyObject>;

  constructor(config: Config) {
    this.seed = config.BADGE_KEY ? Buffer.from(config.BADGE_KEY, 'base64url') : deriveStableKey(config, 'badge-key');
    this.ed25519 = createPrivateKey({ key: Buffer.concat([pkcs8, this.seed]), format: 'der', type: 'pkcs8' });
    this.publicUrl = `${config.PUBLIC_URL}/.well-known/badge-key-rs256.json`;
    this.issuerUrl = `${config.PUBLIC_URL}/.well-known/badge-issuer.json`;
  }

  /** Returns the public RSA key as a JWK (RFC 7517); `kid` is its thumbprint (RFC 7638). */
  async publicRsaJwk(): Promise<Record<string, string>> {
    const { e, kty, n } = createPublicKey(await this.rsaKey()).export({ format: 'jwk' }) as Record<string, string>;
    return { kty: kty!, n: n!, e: e!, kid: thumbprint({ e, kty, n }), alg: 'RS256', use: 'sig' };
  }

  /** Returns the public Ed25519 key, which verifies badges issued before 0.3. */
  publicEd25519Jwk(): Record<string, string> {
    const { crv, kty, x } = createPublicKey(this.ed25519).export({ format: 'jwk' }) as Record<string, string>;
    return { kty: kty!, crv: crv!, x: x!, kid: thumbprint({ crv, kty, x }), alg: 'EdDSA', use: 'sig' };
  }

  /** Signs claims as a compact JWS (RFC 7515). The header names the URL of the public key. */
  async sign(claims: object): Promise<string> {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const input = `${part({ alg: 'RS256', typ: 'JWT', kid: this.publicUrl })}.${part(claims)}`;
    return `${input}.${sign('sha256', Buffer.from(input), await this.rsaKey()).toString('base64url')}`;
  }

  /** Derives 128 bits from an ID that no one without the seed can recompute or trace back. */
  pseudonym(purpose: 'subject' | 'salt', id: string): Buffer {
    return createHmac('sha256', this.seed).update(`badge-${purpose}/${id}`).digest().subarray(0, 16);
  }

  private rsaKey(): Promise<KeyObject> {
    return (this.rsa ??= rsaFromSeed(this.seed));
  }
}

function thumbprint(members: object): string {
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}
