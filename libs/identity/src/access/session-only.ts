import { SetMetadata } from '@nestjs/common';

export const sessionOnlyKey = 'upstander:session-only';

/** Refuses access tokens, for operations that give access to others, lower a protection or show emergency contacts. */
export const SessionOnly = (): MethodDecorator => SetMetadata(sessionOnlyKey, true);
