export const needsNewSignIn: ReadonlySet<string> = new Set(['SIGN_IN_AGAIN', 'SECOND_STEP_AGAIN']);
