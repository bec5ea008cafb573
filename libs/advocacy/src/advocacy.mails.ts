import '@upstander/notifications';

/** Emails of the sealed zone. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'message-waiting': { accountId: string; desk: 'advocate' | 'business'; urgent: boolean };
  }
}
