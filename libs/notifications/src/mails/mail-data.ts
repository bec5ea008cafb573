/** Data of an email whose facts are all loaded by its subject. */
export type NoMailData = Record<string, never>;

/** All email templates and the data of their rows. Each library adds its own. */
export interface MailDataByTemplate {
  'account-changed': NoMailData;
  'account-invitation': NoMailData;
  'account-notice': NoMailData;
  'my-data-done': NoMailData;
  'my-data-held': NoMailData;
  'my-data-link': NoMailData;
  'my-data-withdrawn': NoMailData;
  'sign-in-code': NoMailData;
}

export type MailName = keyof MailDataByTemplate & string;
