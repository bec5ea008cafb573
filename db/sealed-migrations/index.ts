import { CreateKeys1797000000000 } from './1797000000000-create-keys.js';
import { CreateSealed1797000001000 } from './1797000001000-create-sealed.js';

/** The migrations of the sealed zone, oldest first; its own role runs them. */
export const sealedMigrations = [CreateSealed1797000001000];

/** Those of the database of its keys. */
export const keyMigrations = [CreateKeys1797000000000];
