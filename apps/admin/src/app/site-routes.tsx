import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { screen } from './screen';

export const siteRoutes: RouteObject[] = [
  {
    element: <RequireRole role="organizer" />,
    children: [
      {
        path: 'site-messages',
        lazy: screen(
          () => import('../site-messages/site-message-list').then(({ SiteMessageList }) => SiteMessageList),
          'money',
          'siteMessages',
          'views',
        ),
      },
    ],
  },
  {
    element: <RequireRole role="moderator" />,
    children: [
      {
        path: 'photos',
        lazy: screen(
          () => import('../photos/photo-list').then(({ PhotoList }) => PhotoList),
          'money',
          'photos',
          'views',
        ),
      },
      {
        path: 'photos/:id',
        lazy: screen(() => import('../photos/photo-show').then(({ PhotoShow }) => PhotoShow), 'photos'),
      },
    ],
  },
];
