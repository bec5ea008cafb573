import { Injectable } from '@nestjs/common';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Config } from '../config/config.js';

const idBytes = 16;
const versionBytes = 2;
const macBytes = 16;

/**
 * Personal links that need no storing: base64url of (id, version, HMAC-SHA256 cut to 128 bits). A link is revoked by
 * raising the version kept with the row.
 */
@Injectable()
export class SignedIds {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', config.APP_SECRET, '', 'signed-ids', 32));
  }

  /** A token for the row with this uuid; `purpose` keeps a link for one thing from opening another. */
  sign(purpose: string, id: string, version = 0): string {
    const body = Buffer.alloc(idBytes + versionBytes);
    Buffer.from(id.replaceAll('-', ''), 'hex').copy(body);
    body.writeUInt16BE(version, idBytes);
    return Buffer.concat([body, this.mac(purpose, body)]).toString('base64url');
  }

  /** The row a token names, or null when it was not made here for this purpose. */
  verify(purpose: string, token: string): { id: string; version: number } | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== idBytes + versionBytes + macBytes) return null;
    const body = bytes.subarray(0, idBytes + versionBytes);
    if (!timingSafeEqual(bytes.subarray(body.length), this.mac(purpose, body))) return null;
    const hex = body.subarray(0, idBytes).toString('hex');
    const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    return { id, version: body.readUInt16BE(idBytes) };
  }

  private mac(purpose: string, body: Buffer): Buffer {
    return createHmac('sha256', this.key).update(purpose).update('\0').update(body).digest().subarray(0, macBytes);
  }
}
