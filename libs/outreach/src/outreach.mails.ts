import type { NoMailData } from '@upstander/notifications';
import type { SchoolAskStatus } from './asks/ask-status.js';

/** Emails about school requests, talks, photos and website messages. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'photo-consent-ask': NoMailData;
    'photo-consent-ends': NoMailData;
    'photo-consent-withdrawn': NoMailData;
    'school-ask-confirm': NoMailData;
    'school-ask-new': NoMailData;
    'school-ask-news': { to: SchoolAskStatus };
    'school-next-step': { version: number };
    'school-talk-new': NoMailData;
    'school-talk-received': NoMailData;
    'site-message': NoMailData;
  }
}
