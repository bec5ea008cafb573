import type { Provider, Type } from '@nestjs/common';
import { Envelope } from '../keys/envelope.js';
import { KeyRing } from '../keys/key-ring.js';
import { RecordKeys } from '../keys/record-keys.js';
import { SealedDatabase } from './sealed-database.js';
import { SealedZone } from './sealed-zone.js';

/** The zone itself: its database, its keys, its trail. */
export const sealedProviders: Provider[] = [SealedDatabase, SealedZone, KeyRing, RecordKeys, Envelope];

/** The plain HTTP routes of this folder. */
export const sealedControllers: Type[] = [];
