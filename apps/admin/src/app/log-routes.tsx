import type { RouteObject } from 'react-router';
import { screen } from './screen';

/** Logs of the emails and texts to people. */
export const logRoutes: RouteObject[] = [
  {
    path: 'mail',
    lazy: screen(() => import('../mail-log/mail-log').then(({ MailLog }) => MailLog), 'mailLog', 'money', 'views'),
  },
  {
    path: 'texts',
    lazy: screen(
      () => import('../sms-log/sms-log').then(({ SmsLog }) => SmsLog),
      'mailLog',
      'money',
      'smsLog',
      'views',
    ),
  },
];
