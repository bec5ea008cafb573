export const domainVerificationPurpose = 'business-domain';
