import type { NoMailData } from '@upstander/notifications';

/** Emails about courses and help lines. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'course-finished': NoMailData;
    'help-lines-stale': NoMailData;
  }
}
