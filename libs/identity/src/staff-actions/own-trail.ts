import { SetMetadata } from '@nestjs/common';

export const ownTrailKey = 'upstander:own-trail';

/** Excludes operations from the staff trail because they keep their own, like those of the sealed zone. */
export const OwnTrail = (): ClassDecorator & MethodDecorator => SetMetadata(ownTrailKey, true);
