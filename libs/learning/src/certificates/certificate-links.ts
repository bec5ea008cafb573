import type { Config, SignedIds } from '@upstander/platform';

export const certificatePurpose = 'certificate';
export const badgePurpose = 'badge';

/**
 * Returns the links of a completion, each with a token of its own. Wallets and verifiers fetch the badge without cookies, so its
 * link is not exchanged for a cookie like that of the certificate, and it does not open the certificate.
 */
export function certificateLinks({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>, signed: SignedIds, completionId: string) {
  return {
    certificateUrl: `${PUBLIC_URL}/certificates/${signed.sign(certificatePurpose, completionId)}.pdf`,
    badgeUrl: `${PUBLIC_URL}/badges/${signed.sign(badgePurpose, completionId)}.jwt`,
  };
}
