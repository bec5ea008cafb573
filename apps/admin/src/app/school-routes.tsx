import type { RouteObject } from 'react-router';
import { screen } from './screen';

export const schoolRoutes: RouteObject[] = [
  {
    path: 'schools',
    lazy: screen(() => import('../schools/board').then(({ SchoolBoard }) => SchoolBoard), 'schools'),
  },
  {
    path: 'schools/list',
    lazy: screen(
      () => import('../schools/ask-list').then(({ SchoolAskList }) => SchoolAskList),
      'money',
      'schools',
      'views',
    ),
  },
  {
    path: 'schools/contacts',
    lazy: screen(
      () => import('../schools/contact-list').then(({ SchoolContactList }) => SchoolContactList),
      'money',
      'schools',
      'views',
    ),
  },
  {
    path: 'schools/talks',
    lazy: screen(
      () => import('../schools/talk-list').then(({ SchoolTalkList }) => SchoolTalkList),
      'money',
      'schools',
      'views',
    ),
  },
  {
    path: 'schools/directory',
    lazy: screen(
      () => import('../schools/directory-list').then(({ SchoolDirectory }) => SchoolDirectory),
      'money',
      'schools',
      'views',
    ),
  },
  {
    path: 'schools/report',
    lazy: screen(
      () => import('../schools/school-report').then(({ SchoolReport }) => SchoolReport),
      'money',
      'schools',
      'volunteerReport',
    ),
  },
  {
    path: 'schools/:id',
    lazy: screen(() => import('../schools/ask-show').then(({ SchoolAskShow }) => SchoolAskShow), 'schools'),
  },
];
