import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Access } from './access/access.js';
import { AllowGuard } from './access/allow.guard.js';
import { Chapter } from './chapters/chapter.entity.js';
import { RateLimitRow } from './rate-limits/rate-limit.entity.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionReader } from './sessions/session-reader.js';
import { SessionRow } from './sessions/session.entity.js';

export const identityEntities = [Chapter, SessionRow, RateLimitRow];

/** Who is who and who may what. Global: its guard stands before every operation of every library. */
@Global()
@Module({
  providers: [Access, RateLimits, SessionCookie, SessionReader, { provide: APP_GUARD, useClass: AllowGuard }],
  exports: [Access, RateLimits],
})
export class IdentityModule {}
