import { redirect, type RouteObject } from 'react-router';
import { screen } from './screen';

/** The log of emails and texts to people. */
export const logRoutes: RouteObject[] = [
  {
    path: 'mail',
    lazy: screen(
      () => import('../delivery-log/email-log').then(({ EmailLog }) => EmailLog),
      'deliveryLog',
      'money',
      'views',
    ),
  },
  {
    path: 'mail/texts',
    lazy: screen(
      () => import('../delivery-log/text-log').then(({ TextLog }) => TextLog),
      'deliveryLog',
      'money',
      'views',
    ),
  },
  { path: 'texts', loader: ({ request }) => redirect(`/mail/texts${new URL(request.url).search}`) },
];
