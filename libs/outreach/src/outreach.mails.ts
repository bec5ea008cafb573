import type { EmptyMailData } from '@upstander/notifications';
import type { SchoolAskStatus } from './asks/ask-status.js';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'photo-consent-ask': EmptyMailData;
    'photo-consent-ends': EmptyMailData;
    'photo-consent-withdrawn': EmptyMailData;
    'school-ask-confirm': EmptyMailData;
    'school-ask-new': EmptyMailData;
    'school-ask-news': { to: SchoolAskStatus };
    'school-next-step': { version: number };
    'school-talk-new': EmptyMailData;
    'school-talk-received': EmptyMailData;
    'site-message': EmptyMailData;
  }
}
