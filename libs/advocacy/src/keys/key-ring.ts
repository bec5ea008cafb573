import { Injectable } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { decrypt, seal } from './aes-gcm.js';

/** Wrapping keys for the keys of records. They come from settings and are in no database. */
@Injectable()
export class KeyRing {
  private readonly keys: ReadonlyMap<string, Buffer>;
  /** Key for new data. The others only unwrap older data. */
  readonly current: string;

  constructor(config: Config) {
    const pairs = (config.SEALED_KEYS ?? '').split(',').filter((pair) => pair !== '');
    this.keys = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf(':')), keyOf(pair)]));
    this.current = [...this.keys.keys()][0] ?? '';
  }

  get names(): string[] {
    return [...this.keys.keys()];
  }

  /** Wraps the key of a record, bound to that record and to the wrapping key. */
  wrap(recordId: string, key: Buffer, keyId = this.current): Buffer {
    return seal(this.requireKey(keyId), key, `${recordId}\n${keyId}`);
  }

  /** @throws Error if this wrapping key isn't in the settings, or the wrapped key belongs to another record */
  unwrap(recordId: string, keyId: string, wrapped: Buffer): Buffer {
    return decrypt(this.requireKey(keyId), wrapped, `${recordId}\n${keyId}`);
  }

  private requireKey(keyId: string): Buffer {
    const key = this.keys.get(keyId);
    if (!key) throw new Error(`The key "${keyId}" is not among SEALED_KEYS.`);
    return key;
  }
}

function keyOf(pair: string): Buffer {
  return Buffer.from(pair.slice(pair.indexOf(':') + 1), 'base64');
}
