/**
 * Refusals that may indicate an attack, for example wrong codes. Only these are logged.
 */
export const loggedRefusals: ReadonlySet<string> = new Set([
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'ADVOCATE_NOT_LISTED',
  'TOO_MANY_TRIES',
  'SIGN_IN_FAILED',
  'SIGN_IN_AGAIN',
  'WRONG_CODE',
  'NEXT_CODE_NEEDED',
  'CODE_NOT_RIGHT',
  'SECOND_STEP_NEEDED',
  'WEBHOOK_NOT_SIGNED',
  'REPLY_NOT_SIGNED',
  'SMS_NOT_SIGNED',
  'REPLY_NOT_ADDRESSED',
  'CROSS_SITE',
]);
