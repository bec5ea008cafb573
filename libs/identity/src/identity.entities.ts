import { AccountRow } from './accounts/account.entity.js';
import { SecurityEvent } from './accounts/security-event.entity.js';
import { Chapter } from './chapters/chapter.entity.js';
import { GrantRow } from './grants/grant.entity.js';
import { NoticeRow } from './notices/notice.entity.js';
import { RateLimitRow } from './rate-limits/rate-limit.entity.js';
import { RoleRequestChangeRow, RoleRequestRow } from './role-requests/role-request.entity.js';
import { SessionRow } from './sessions/session.entity.js';
import { SignInCode } from './sign-in/sign-in-code.entity.js';
import { SpentSolution } from './sign-in/spent-solution.entity.js';

/** Every table of this library. */
export const identityEntities = [
  AccountRow,
  Chapter,
  GrantRow,
  NoticeRow,
  RateLimitRow,
  RoleRequestChangeRow,
  RoleRequestRow,
  SecurityEvent,
  SessionRow,
  SignInCode,
  SpentSolution,
];
