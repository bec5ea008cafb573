import { SetMetadata } from '@nestjs/common';

export const ownTrailKey = 'upstander:own-trail';

/** Excludes operations with their own trail, like those of the sealed zone. */
export const OwnTrail = (): ClassDecorator & MethodDecorator => SetMetadata(ownTrailKey, true);
