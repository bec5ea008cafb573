import type { EmptyMailData } from '@upstander/notifications';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'course-finished': EmptyMailData;
    'help-lines-stale': EmptyMailData;
  }
}
