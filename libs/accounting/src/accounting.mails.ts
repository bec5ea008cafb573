import type { EmptyMailData } from '@upstander/notifications';
import type { ReceiptMailData } from './receipts/mails/receipt-facts.js';

/** Emails about receipts and disbursements. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'disbursement-proposed': EmptyMailData;
    'gift-refunded': ReceiptMailData;
    'gift-thanks': ReceiptMailData;
  }
}
