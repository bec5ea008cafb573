import type { EmptyMailData } from '@upstander/notifications';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'credential-decided': EmptyMailData;
    'credential-expiring': EmptyMailData;
    'guardian-waiver': EmptyMailData;
    'hours-milestone': { hours: number };
    'hours-year': EmptyMailData;
    'screening-asked': EmptyMailData;
    'screening-notice': EmptyMailData;
    'screening-refused': EmptyMailData;
    'volunteer-message': EmptyMailData;
  }
}
