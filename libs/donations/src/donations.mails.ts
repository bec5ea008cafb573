import type { EmptyMailData } from '@upstander/notifications';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'gift-failed': EmptyMailData;
    'gift-link': EmptyMailData;
    'giving-link': EmptyMailData;
    'honouree-notice': EmptyMailData;
    'recurring-gift-changed': { revision: number; before: { intended: string; cover: string } };
    'recurring-gift-payment-failed': EmptyMailData;
    'recurring-gift-stopped': { by: 'failure' | 'stripe' | 'us' };
    'yearly-statement': { year: number };
  }
}
