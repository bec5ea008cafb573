import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Config } from '../config/config.js';
import { keysOf } from './app-secrets.js';

/** A column value covered by a seal. Times are compared in milliseconds. */
export type SealedValue = string | number | boolean | Date | Buffer | null;

/**
 * HMAC-SHA256 with a key derived from APP_SECRET. A row written directly with the application's database role has no
 * valid seal and is ignored.
 */
@Injectable()
export class RowSeals {
  private readonly keys: [Buffer, ...Buffer[]];

  constructor(config: Config) {
    this.keys = keysOf(config, 'row-seals');
  }

  /** `kind` prevents reuse of a seal in another table. */
  create(kind: string, values: readonly SealedValue[]): Buffer {
    return sealWith(this.keys[0], kind, values);
  }

  /** Accepts the current secret and older ones. */
  isGenuine(kind: string, values: readonly SealedValue[], seal: Buffer | null): boolean {
    return seal !== null && this.keys.some((key) => isEqual(seal, sealWith(key, kind, values)));
  }

  isCurrent(kind: string, values: readonly SealedValue[], seal: Buffer | null): boolean {
    return seal !== null && isEqual(seal, this.create(kind, values));
  }
}

function sealWith(key: Buffer, kind: string, values: readonly SealedValue[]): Buffer {
  // JSON separates neighboring values and distinguishes null from an empty string.
  const text = JSON.stringify([
    kind,
    ...values.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value)),
  ]);
  return createHmac('sha256', key).update(text).digest();
}

function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
