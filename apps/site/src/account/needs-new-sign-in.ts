/** Refusal codes that require a new sign-in. */
export const needsNewSignIn: ReadonlySet<string> = new Set(['SIGN_IN_AGAIN', 'SECOND_STEP_AGAIN']);
