import type { NoMailData } from '@upstander/notifications';

/** Emails to donors and the people they honor. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'gift-failed': NoMailData;
    'gift-link': NoMailData;
    'giving-link': NoMailData;
    'honouree-notice': NoMailData;
    'recurring-gift-changed': { revision: number; before: { intended: string; cover: string } };
    'recurring-gift-payment-failed': NoMailData;
    'recurring-gift-stopped': { by: 'failure' | 'stripe' | 'us' };
    'yearly-statement': { year: number };
  }
}
