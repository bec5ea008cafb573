import type { EmptyMailData } from '@upstander/notifications';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'gift-failed': EmptyMailData;
    'gift-link': EmptyMailData;
    'giving-link': EmptyMailData;
    'honouree-notice': EmptyMailData;
    'yearly-statement': { year: number };
  }
}
