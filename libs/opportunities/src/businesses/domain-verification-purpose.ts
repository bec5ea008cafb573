/** Purpose of the signed links in domain verification emails. */
export const domainVerificationPurpose = 'business-domain';
