import type { Config, SignedIds } from '@upstander/platform';

export const certificatePurpose = 'certificate';
export const badgePurpose = 'badge';

/**
 * Wallets and verifiers fetch the badge without cookies, so its link isn't exchanged for a cookie and doesn't open the
 * certificate.
 */
export function certificateLinks({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>, signed: SignedIds, completionId: string) {
  return {
    certificateUrl: `${PUBLIC_URL}/certificates/${signed.sign(certificatePurpose, completionId)}.pdf`,
    badgeUrl: `${PUBLIC_URL}/badges/${signed.sign(badgePurpose, completionId)}.jwt`,
  };
}
