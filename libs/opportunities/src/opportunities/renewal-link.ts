/** Purpose of the signed links in expiration emails. */
export const renewalLink = 'opportunity';
