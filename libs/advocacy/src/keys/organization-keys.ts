import { Injectable } from '@nestjs/common';
import { RecordKeys } from './record-keys.js';

/** Keys that belong to no record. They are stored with the record keys so that rotation covers them. */
const places = {
  /** Derives and hashes reply codes. */
  codes: '00000000-0000-4000-8000-000000000001',
  /** Chains the audit trail. Its rows can't be rewritten without this key. */
  trail: '00000000-0000-4000-8000-000000000002',
  /** Signs the list of advocates. */
  advocates: '00000000-0000-4000-8000-000000000003',
} as const;

export const placeOf = (purpose: keyof typeof places): string => places[purpose];

/** Keys of the organization. They never change, so each process loads them once. */
@Injectable()
export class OrganizationKeys {
  private readonly known = new Map<keyof typeof places, Promise<Buffer>>();

  constructor(private readonly keys: RecordKeys) {}

  keyFor(purpose: keyof typeof places): Promise<Buffer> {
    const cachedKey = this.known.get(purpose);
    if (cachedKey) return cachedKey;
    const keyPromise = this.keys.getPermanentKey(places[purpose]);
    this.known.set(purpose, keyPromise);
    keyPromise.catch(() => this.known.delete(purpose));
    return keyPromise;
  }
}
