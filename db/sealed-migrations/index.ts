import { CreateKeys1797000000000 } from './1797000000000-create-keys.js';
import { CreateSealed1797000001000 } from './1797000001000-create-sealed.js';
import { PinSealedPaths1797000002000 } from './1797000002000-pin-sealed-paths.js';

/** The migrations of the sealed zone, oldest first; the owner runs them. */
export const sealedMigrations = [CreateSealed1797000001000, PinSealedPaths1797000002000];

/** Those of the database of its keys. */
export const keyMigrations = [CreateKeys1797000000000];
