import type { EmptyMailData } from '@upstander/notifications';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'access-token-created': EmptyMailData;
    'access-token-expiring': EmptyMailData;
    'webhook-disabled': EmptyMailData;
  }
}
