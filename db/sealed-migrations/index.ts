import { CreateKeys1797000000000 } from './1797000000000-create-keys.js';
import { CreateSealed1797000001000 } from './1797000001000-create-sealed.js';
import { BindCodesAndSealReasons1797000003000 } from './1797000003000-bind-codes-and-seal-reasons.js';
import { CreateActionItems1799880200100 } from './1799880200100-create-action-items.js';
import { AnnounceMessages1799890350000 } from './1799890350000-announce-messages.js';
import { TextNotices1799890360000 } from './1799890360000-text-notices.js';
import { CreateTrailHead1797000004000 } from './1797000004000-create-trail-head.js';
import { CreateTrailCheck1797000005000 } from './1797000005000-create-trail-check.js';
import { ListAdvocates1799880101000 } from './1799880101000-list-advocates.js';

/** The migrations of the sealed zone, oldest first; the owner runs them. */
export const sealedMigrations = [
  CreateSealed1797000001000,
  BindCodesAndSealReasons1797000003000,
  ListAdvocates1799880101000,
  CreateActionItems1799880200100,
  AnnounceMessages1799890350000,
  TextNotices1799890360000,
];

/** Those of the database of its keys. */
export const keyMigrations = [CreateKeys1797000000000, CreateTrailHead1797000004000, CreateTrailCheck1797000005000];
