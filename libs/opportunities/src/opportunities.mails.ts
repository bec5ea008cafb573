import type { NoMailData } from '@upstander/notifications';

/** Emails to businesses. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'business-approved': NoMailData;
    'business-changes-requested': NoMailData;
    'business-domain-verification': NoMailData;
    'business-lapsed': NoMailData;
    'business-lapsing': { until: string };
    'business-member-invited': { accountId: string };
    'business-rechecked': NoMailData;
    'business-refused': NoMailData;
    'business-registered': NoMailData;
    'business-suspended': NoMailData;
    'opportunity-approved': NoMailData;
    'opportunity-changes-requested': NoMailData;
    'opportunity-expired': { expiresAt: string };
    'opportunity-expiring': { expiresAt: string };
    'opportunity-refused': NoMailData;
  }
}
