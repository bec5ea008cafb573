import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Config } from '../config/config.js';
import { keysOf } from './app-secrets.js';

const idBytes = 16;
const versionBytes = 2;
const macBytes = 16;

/**
 * Personal links aren't stored: a token is base64url of (id, version, HMAC-SHA256 truncated to 128 bits). Raising the
 * row's version revokes it.
 */
@Injectable()
export class SignedIds {
  private readonly keys: [Buffer, ...Buffer[]];

  constructor(config: Config) {
    this.keys = keysOf(config, 'signed-ids');
  }

  /** `purpose` prevents the use of a token for anything else. */
  sign(purpose: string, id: string, version = 0): string {
    const body = Buffer.alloc(idBytes + versionBytes);
    Buffer.from(id.replaceAll('-', ''), 'hex').copy(body);
    body.writeUInt16BE(version, idBytes);
    return Buffer.concat([body, mac(this.keys[0], purpose, body)]).toString('base64url');
  }

  /** Returns null if the token is invalid. Accepts one encoding only. */
  verify(purpose: string, token: string): { id: string; version: number } | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== idBytes + versionBytes + macBytes || bytes.toString('base64url') !== token) return null;
    const body = bytes.subarray(0, idBytes + versionBytes);
    const givenMac = bytes.subarray(body.length);
    if (!this.keys.some((key) => timingSafeEqual(givenMac, mac(key, purpose, body)))) return null;
    const hex = body.subarray(0, idBytes).toString('hex');
    const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    return { id, version: body.readUInt16BE(idBytes) };
  }
}

function mac(key: Buffer, purpose: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(purpose).update('\0').update(body).digest().subarray(0, macBytes);
}
