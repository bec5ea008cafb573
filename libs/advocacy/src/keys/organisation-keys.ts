import { Injectable } from '@nestjs/common';
import { RecordKeys } from './record-keys.js';

/** Keys that belong to no record. They are kept among those that do, so that a rotation covers them too. */
const places = {
  /** What reply codes are derived and hashed with. */
  codes: '00000000-0000-4000-8000-000000000001',
  /** What the audit trail is chained with: whoever has its rows alone cannot write it again. */
  trail: '00000000-0000-4000-8000-000000000002',
  /** Key that signs the list of advocates. */
  advocates: '00000000-0000-4000-8000-000000000003',
} as const;

/** Under which id a key of the organisation is kept. */
export const placeOf = (what: keyof typeof places): string => places[what];

/** The few keys of the organisation itself. They never change, so each process asks for them once. */
@Injectable()
export class OrganisationKeys {
  private readonly known = new Map<keyof typeof places, Promise<Buffer>>();

  constructor(private readonly keys: RecordKeys) {}

  keyFor(what: keyof typeof places): Promise<Buffer> {
    const known = this.known.get(what);
    if (known) return known;
    const found = this.keys.lasting(places[what]);
    this.known.set(what, found);
    // A database that was away a moment ago is asked again.
    found.catch(() => this.known.delete(what));
    return found;
  }
}
