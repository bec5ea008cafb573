import type { StaffNoticeData } from '../staff-notices/staff-notice.mail.js';

/** Data of an email whose facts are all loaded by its subject. */
export type EmptyMailData = Record<string, never>;

/** All email templates and the data of their rows. Each library adds its own. */
export interface MailDataByTemplate {
  'account-changed': EmptyMailData;
  'account-invitation': EmptyMailData;
  'account-notice': EmptyMailData;
  /** It contains the emails whose `digest_id` it is. key: daily-digest/<code of the recipient and the day> */
  'daily-digest': EmptyMailData;
  /** The edited email, and the texts of the test by key. */
  'email-test': { email: string; texts: Record<string, string> };
  'my-data-done': EmptyMailData;
  'my-data-held': EmptyMailData;
  'my-data-link': EmptyMailData;
  'my-data-withdrawn': EmptyMailData;
  'sign-in-code': EmptyMailData;
  /** `subject_id` is the account. key: staff-notice/<account>/<topics>/<epoch seconds> */
  'staff-notice': StaffNoticeData;
}

export type MailName = keyof MailDataByTemplate & string;
