import { Injectable } from '@nestjs/common';
import { decrypt, seal } from './aes-gcm.js';
import { pad, unpad } from './padding.js';
import { RecordKeys } from './record-keys.js';

/** Location of a sealed text. It can be decrypted only for this location. */
export interface Place {
  /** Application or consultation whose key seals it. */
  recordId: string;
  /** `table.column`, for example `application.alias`. */
  column: string;
  /** ID of the row: the record itself or one of its messages. */
  rowId: string;
}

type FieldPlace = Omit<Place, 'recordId'>;

/** Decrypts texts of the records whose keys it holds. Returns null for a null value or an erased key. */
export type Unseal = (place: Place, sealed: Buffer | null) => string | null;

export type Seal = (place: FieldPlace, text: string) => Buffer;

/**
 * Seals texts with the key of their record, bound to table, column and row. A ciphertext moved elsewhere can't be
 * decrypted.
 */
@Injectable()
export class Envelope {
  constructor(private readonly keys: RecordKeys) {}

  /** Creates the key of a new record. Required before sealing anything for it. */
  async begin(recordId: string): Promise<void> {
    await this.keys.createKey(recordId);
  }

  /** @throws Error if the record has no key */
  async getSealer(recordId: string): Promise<Seal> {
    const key = (await this.keys.keysOf([recordId])).get(recordId);
    if (!key) throw new Error('The record has no key.');
    return (place, text) => seal(key, pad(text), contextOf(place));
  }

  /** Returns a function that unseals texts of these records. It throws for a text that was moved or changed. */
  async getUnsealer(recordIds: readonly string[]): Promise<Unseal> {
    const keys = await this.keys.keysOf(recordIds);
    return ({ recordId, ...place }, sealed) => {
      const key = keys.get(recordId);
      return sealed && key ? unpad(decrypt(key, sealed, contextOf(place))) : null;
    };
  }

  /** @throws Error if the record has no key */
  async seal({ recordId, ...place }: Place, text: string): Promise<Buffer> {
    return (await this.getSealer(recordId))(place, text);
  }

  async openAll(texts: ReadonlyArray<Place & { sealed: Buffer | null }>): Promise<Array<string | null>> {
    const unseal = await this.getUnsealer(texts.map(({ recordId }) => recordId));
    return texts.map(({ sealed, ...place }) => unseal(place, sealed));
  }

  /** Erases records permanently, including copies in backups. */
  async erase(recordIds: readonly string[]): Promise<void> {
    await this.keys.erase(recordIds);
  }
}

function contextOf({ column, rowId }: FieldPlace): string {
  return `${column}.${rowId}`;
}
