import { Injectable } from '@nestjs/common';
import { open, seal } from './aes-gcm.js';
import { pad, unpad } from './padding.js';
import { RecordKeys } from './record-keys.js';

/** Where a sealed text stands: it opens there and nowhere else. */
export interface Place {
  /** The application or consultation whose key it is sealed with. */
  recordId: string;
  /** `table.column`, such as `application.alias`. */
  column: string;
  /** The row itself: the record's own, or a message of it. */
  rowId: string;
}

type Spot = Omit<Place, 'recordId'>;

/** Opens texts of the records whose keys it was given; null where there is nothing, or where the key was erased. */
export type Unseal = (place: Place, sealed: Buffer | null) => string | null;

/** Seals texts of one record. */
export type Seal = (place: Spot, text: string) => Buffer;

/** Seals texts with the key of their record, bound to table, column and row: a ciphertext moved elsewhere does not open. */
@Injectable()
export class Envelope {
  constructor(private readonly keys: RecordKeys) {}

  /** Makes the key of a new record; nothing can be sealed for it before. */
  async begin(recordId: string): Promise<void> {
    await this.keys.createKey(recordId);
  }

  /** What seals texts of this record. @throws when the record has no key (any more). */
  async writing(recordId: string): Promise<Seal> {
    const key = (await this.keys.keysOf([recordId])).get(recordId);
    if (!key) throw new Error('The record has no key.');
    return (place, text) => seal(key, pad(text), contextOf(place));
  }

  /** What opens texts of these records. It throws at a text that was sealed for another place or was changed. */
  async reading(recordIds: readonly string[]): Promise<Unseal> {
    const keys = await this.keys.keysOf(recordIds);
    return ({ recordId, ...place }, sealed) => {
      const key = keys.get(recordId);
      return sealed && key ? unpad(open(key, sealed, contextOf(place))) : null;
    };
  }

  /** Seals several texts of one record, in order; null stays null. @throws when the record has no key (any more). */
  async sealAll(recordId: string, texts: ReadonlyArray<Spot & { text: string | null }>): Promise<Array<Buffer | null>> {
    const write = await this.writing(recordId);
    return texts.map(({ text, ...place }) => (text === null ? null : write(place, text)));
  }

  /** Seals one text. @throws when the record has no key (any more). */
  async seal({ recordId, ...place }: Place, text: string): Promise<Buffer> {
    return (await this.writing(recordId))(place, text);
  }

  /** Opens texts, in order, as `reading` does. */
  async openAll(texts: ReadonlyArray<Place & { sealed: Buffer | null }>): Promise<Array<string | null>> {
    const read = await this.reading(texts.map(({ recordId }) => recordId));
    return texts.map(({ sealed, ...place }) => read(place, sealed));
  }

  /** Erases records for good, here and in every backup of their rows. */
  async erase(recordIds: readonly string[]): Promise<void> {
    await this.keys.erase(recordIds);
  }
}

function contextOf({ column, rowId }: Spot): string {
  return `${column}.${rowId}`;
}
