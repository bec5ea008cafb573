import type { Config, SignedIds } from '@upstander/platform';

export const certificatePurpose = 'certificate';

/** Where the certificate and the badge of a completion are; the link is the key to them. */
export function certificateLinks(config: Config, signed: SignedIds, completionId: string) {
  const at = `${config.PUBLIC_URL}/certificates/${signed.sign(certificatePurpose, completionId)}`;
  return { certificateUrl: `${at}.pdf`, badgeUrl: `${at}.jwt` };
}
