/** What the links of the mails to a domain are signed for. */
export const domainVerificationPurpose = 'business-domain';
