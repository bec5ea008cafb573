import { Injectable } from '@nestjs/common';
import { open, seal } from './aes-gcm.js';
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

/** Seals texts with the key of their record, bound to table, column and row: a ciphertext moved elsewhere does not open. */
@Injectable()
export class Envelope {
  constructor(private readonly keys: RecordKeys) {}

  /** Makes the key of a new record; nothing can be sealed for it before. */
  async begin(recordId: string): Promise<void> {
    await this.keys.make(recordId);
  }

  /** Seals several texts of one record, in order; null stays null. @throws when the record has no key (any more). */
  async sealAll(recordId: string, texts: ReadonlyArray<Omit<Place, 'recordId'> & { text: string | null }>) {
    const key = (await this.keys.of([recordId])).get(recordId);
    if (!key) throw new Error('The record has no key.');
    return texts.map(({ text, ...at }) => (text === null ? null : seal(key, Buffer.from(text), contextOf(at))));
  }

  /** Seals one text. @throws when the record has no key (any more). */
  async seal(place: Place, text: string): Promise<Buffer> {
    const [sealed] = await this.sealAll(place.recordId, [{ ...place, text }]);
    return sealed as Buffer;
  }

  /**
   * Opens texts, in order; null where there is nothing, or where the key was erased.
   * @throws when a text was sealed for another place or was changed.
   */
  async openAll(texts: ReadonlyArray<Place & { sealed: Buffer | null }>): Promise<Array<string | null>> {
    const keys = await this.keys.of(texts.map(({ recordId }) => recordId));
    return texts.map(({ sealed, recordId, ...at }) => {
      const key = keys.get(recordId);
      return sealed && key ? open(key, sealed, contextOf(at)).toString('utf8') : null;
    });
  }

  /** Erases records for good, here and in every backup of their rows. */
  async erase(recordIds: readonly string[]): Promise<void> {
    await this.keys.erase(recordIds);
  }
}

function contextOf({ column, rowId }: Omit<Place, 'recordId'>): string {
  return `${column}.${rowId}`;
}
