import type { EmptyMailData } from '@upstander/notifications';
import type { ReceiptMailData } from './receipts/mails/receipt-facts.js';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'disbursement-proposed': EmptyMailData;
    'gift-refunded': ReceiptMailData;
    'gift-thanks': ReceiptMailData;
  }
}
