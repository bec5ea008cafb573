import { Injectable } from '@nestjs/common';
import { Config, lastingKeyOf } from '@upstander/platform';
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

/** The beginning of every Ed25519 key in PKCS #8; the 32 bytes of the key follow (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that signs badges, and its public half (RFC 8037: Ed25519 in JOSE). */
@Injectable()
export class BadgeKey {
  readonly publicUrl: string;
  readonly issuerUrl: string;
  private readonly key: KeyObject;

  constructor(config: Config) {
    const seed = config.BADGE_KEY ? Buffer.from(config.BADGE_KEY, 'base64url') : lastingKeyOf(config, 'badge-key');
    this.key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
    this.publicUrl = `${config.PUBLIC_URL}/.well-known/badge-key.json`;
    this.issuerUrl = `${config.PUBLIC_URL}/.well-known/badge-issuer.json`;
  }

  /** The public half, as a JWK; its name is its thumbprint (RFC 7638). */
  publicJwk(): Record<string, string> {
    const { crv, kty, x } = createPublicKey(this.key).export({ format: 'jwk' }) as Record<'crv' | 'kty' | 'x', string>;
    const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
    return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
  }

  /** A compact JWS (RFC 7515) over these claims; who verifies it finds the key at the address in its header. */
  sign(claims: object): string {
    const part = (of: object) => Buffer.from(JSON.stringify(of)).toString('base64url');
    const input = `${part({ alg: 'EdDSA', typ: 'JWT', kid: this.publicUrl })}.${part(claims)}`;
    return `${input}.${sign(null, Buffer.from(input), this.key).toString('base64url')}`;
  }
}
