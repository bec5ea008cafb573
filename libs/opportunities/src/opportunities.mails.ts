import type { EmptyMailData } from '@upstander/notifications';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'business-approved': EmptyMailData;
    'business-changes-requested': EmptyMailData;
    'business-domain-verification': EmptyMailData;
    'business-lapsed': EmptyMailData;
    'business-lapsing': { until: string };
    'business-member-invited': { accountId: string };
    'business-rechecked': EmptyMailData;
    'business-refused': EmptyMailData;
    'business-registered': EmptyMailData;
    'business-suspended': EmptyMailData;
    'opportunity-approved': EmptyMailData;
    'opportunity-changes-requested': EmptyMailData;
    'opportunity-expired': { expiresAt: string };
    'opportunity-expiring': { expiresAt: string };
    'opportunity-refused': EmptyMailData;
  }
}
