import type { EmptyMailData } from '@upstander/notifications';

/** Emails about courses and help lines. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'course-finished': EmptyMailData;
    'help-lines-stale': EmptyMailData;
  }
}
