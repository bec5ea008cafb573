/** Why a sign-in failed. The sign-in page has a sentence for each (`signIn.sso` in the messages). */
export const ssoFailures = [
  'denied',
  'expired',
  'rejected',
  'unavailable',
  'unverified',
  'domain',
  'unknown',
  'other-link',
  'limit',
] as const;
export type SsoFailure = (typeof ssoFailures)[number];

/** `detail` is a code for the security event. It never contains a token, a code or an address. */
export class SsoError extends Error {
  constructor(
    readonly failure: SsoFailure,
    readonly detail: string = failure,
    readonly accountId: string | null = null,
  ) {
    super(failure);
  }
}
