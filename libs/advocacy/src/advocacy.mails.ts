import '@upstander/notifications';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'message-waiting': { accountId: string; desk: 'advocate' | 'business'; urgent: boolean };
  }
}
