import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { RoleName } from '../roles/role.js';

/** `second-step` admits signed-in users and users between the two sign-in steps. */
export type AllowedCaller = 'anyone' | 'signed-in' | 'second-step' | RoleName;

export const allowKey = 'upstander:allow';

/**
 * Declares who may call an operation or route.
 * Undeclared operations reject everyone. A role matches in any chapter; `Access` checks the rows. Admins are always
 * admitted, except with `Allow.only`.
 */
export const Allow = Object.assign(
  (...audiences: [AllowedCaller, ...AllowedCaller[]]): CustomDecorator => allow([...audiences, 'admin']),
  {
    only: (...audiences: [AllowedCaller, ...AllowedCaller[]]): CustomDecorator => allow(audiences),
  },
);

function allow(audiences: readonly AllowedCaller[]): CustomDecorator {
  return SetMetadata(allowKey, new Set(audiences));
}
