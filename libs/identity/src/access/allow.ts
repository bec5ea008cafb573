import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { RoleName } from '../roles/role.js';

/** `second-step` admits signed-in users and users between the two sign-in steps. */
export type Allowed = 'anyone' | 'signed-in' | 'second-step' | RoleName;

export const allowKey = 'upstander:allow';

/**
 * Declares who may call an operation or route.
 * Undeclared operations reject everyone. A role matches in any chapter; `Access` checks the rows. Admins are always
 * admitted, except with `Allow.only`.
 */
export const Allow = Object.assign((...who: [Allowed, ...Allowed[]]): CustomDecorator => allow([...who, 'admin']), {
  only: (...who: [Allowed, ...Allowed[]]): CustomDecorator => allow(who),
});

function allow(who: readonly Allowed[]): CustomDecorator {
  return SetMetadata(allowKey, new Set(who));
}
