import type { NoMailData } from '@upstander/notifications';

/** Emails to volunteers about hours, credentials and messages. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'credential-decided': NoMailData;
    'credential-expiring': NoMailData;
    'guardian-waiver': NoMailData;
    'hours-milestone': { hours: number };
    'hours-year': NoMailData;
    'screening-asked': NoMailData;
    'screening-notice': NoMailData;
    'screening-refused': NoMailData;
    'volunteer-message': NoMailData;
  }
}
