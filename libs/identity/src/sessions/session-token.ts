import type { Application } from '@upstander/platform';

/** No base64url text contains a dot. */
const adminPrefix = 'admin.';

/** Only the hash of the whole token is stored, so a token can't be renamed for the other application. */
export function tokenFor(application: Application, token: string): string {
  return application === 'admin' ? adminPrefix + token : token;
}

export function isTokenOf(application: Application, token: string): boolean {
  return token.startsWith(adminPrefix) === (application === 'admin');
}
