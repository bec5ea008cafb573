import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { RoleName } from '../grants/role.js';

/** `second-step` is somebody signed in, or halfway: only the operations that finish signing in use it. */
export type Allowed = 'anyone' | 'signed-in' | 'second-step' | RoleName;

export const allowKey = 'upstander:allow';

/**
 * Says who may call an operation or a route; one without it is refused to everybody. Several mean any of them, a role
 * means in any chapter (the rows are checked by `Access`). An admin may always, except with `Allow.only`.
 */
export const Allow = Object.assign((...who: [Allowed, ...Allowed[]]): CustomDecorator => allow([...who, 'admin']), {
  only: (...who: [Allowed, ...Allowed[]]): CustomDecorator => allow(who),
});

function allow(who: readonly Allowed[]): CustomDecorator {
  return SetMetadata(allowKey, new Set(who));
}
