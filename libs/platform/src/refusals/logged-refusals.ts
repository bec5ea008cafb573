/**
 * Refusals that say something about who knocks: somebody without a session, without the right, with a wrong password or a
 * wrong code, or too often. They are logged, so that a run on the door can be seen; the others are everyday life.
 */
export const loggedRefusals: ReadonlySet<string> = new Set([
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'ADVOCATE_NOT_LISTED',
  'TOO_MANY_TRIES',
  'SIGN_IN_FAILED',
  'SIGN_IN_AGAIN',
  'WRONG_CODE',
  'CODE_NOT_RIGHT',
  'SECOND_STEP_NEEDED',
  'WEBHOOK_NOT_SIGNED',
  'CROSS_SITE',
]);
