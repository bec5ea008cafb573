import { SetMetadata } from '@nestjs/common';

export const ownTrailKey = 'upstander:own-trail';

/** Marks operations that keep a trail of their own, as those of the sealed zone do: they are in no other. */
export const OwnTrail = (): ClassDecorator & MethodDecorator => SetMetadata(ownTrailKey, true);
