/** The purpose of the links in mails about an opportunity's end. */
export const renewalLink = 'opportunity';
