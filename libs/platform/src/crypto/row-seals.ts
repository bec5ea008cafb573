import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Config } from '../config/config.js';
import { keysOf } from './app-secrets.js';

/** A column value that a seal covers. Times count in milliseconds, as programs read them. */
export type SealedValue = string | number | boolean | Date | Buffer | null;

/**
 * Seals rows that give power with an HMAC-SHA256 under a key derived from APP_SECRET, which no database holds. A row that
 * someone wrote with the database role of the programs has no valid seal, and counts for nothing.
 */
@Injectable()
export class RowSeals {
  private readonly keys: [Buffer, ...Buffer[]];

  constructor(config: Config) {
    this.keys = keysOf(config, 'row-seals');
  }

  /** Returns the seal of these values; `kind` keeps a seal of one table from fitting another. */
  make(kind: string, values: readonly SealedValue[]): Buffer {
    return sealWith(this.keys[0], kind, values);
  }

  /** True if the seal was made here for exactly these values, with the present secret or an older one. */
  isGenuine(kind: string, values: readonly SealedValue[], seal: Buffer | null): boolean {
    return seal !== null && this.keys.some((key) => isEqual(seal, sealWith(key, kind, values)));
  }

  /** True if the seal was made with the present secret, so that it outlives APP_SECRET_OLD. */
  isCurrent(kind: string, values: readonly SealedValue[], seal: Buffer | null): boolean {
    return seal !== null && isEqual(seal, this.make(kind, values));
  }
}

function sealWith(key: Buffer, kind: string, values: readonly SealedValue[]): Buffer {
  // JSON keeps neighboring values apart and null apart from an empty text.
  const text = JSON.stringify([
    kind,
    ...values.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value)),
  ]);
  return createHmac('sha256', key).update(text).digest();
}

function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
