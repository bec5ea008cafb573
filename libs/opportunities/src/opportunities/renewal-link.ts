export const renewalLink = 'opportunity';
