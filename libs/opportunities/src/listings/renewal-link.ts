/** The purpose of the links in mails about a listing's end. */
export const renewalLink = 'opportunity';
