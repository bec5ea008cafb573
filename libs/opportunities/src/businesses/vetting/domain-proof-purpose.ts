/** What the links of proofs by mail are signed for. */
export const domainProofPurpose = 'business-domain';
