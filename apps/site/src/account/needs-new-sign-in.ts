/** Refusals of what only a fresh sign-in may do. */
export const needsNewSignIn: ReadonlySet<string> = new Set(['SIGN_IN_AGAIN', 'SECOND_STEP_AGAIN']);
