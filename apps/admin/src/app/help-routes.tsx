import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { screen } from './screen';

export const helpRoutes: RouteObject[] = [
  {
    element: <RequireRole role="directory" />,
    children: [
      {
        path: 'help-lines',
        lazy: screen(
          () => import('../help-lines/help-line-list').then(({ HelpLineList }) => HelpLineList),
          'helpLines',
          'money',
          'views',
        ),
      },
      {
        path: 'help-lines/new',
        lazy: screen(
          () => import('../help-lines/help-line-form').then(({ HelpLinePage }) => HelpLinePage),
          'helpLines',
        ),
      },
      {
        path: 'help-lines/:id',
        lazy: screen(
          () => import('../help-lines/help-line-form').then(({ HelpLinePage }) => HelpLinePage),
          'helpLines',
        ),
      },
      {
        path: 'legal',
        lazy: screen(() => import('../legal/legal-page').then(({ LegalPage }) => LegalPage), 'legal', 'money', 'views'),
      },
      {
        path: 'services',
        lazy: screen(
          () => import('../services/service-list').then(({ ServiceList }) => ServiceList),
          'money',
          'services',
          'views',
        ),
      },
      {
        path: 'services/new',
        lazy: screen(() => import('../services/service-form').then(({ ServiceCreate }) => ServiceCreate), 'services'),
      },
      {
        path: 'services/files',
        lazy: screen(
          () => import('../services/service-files').then(({ ServiceFiles }) => ServiceFiles),
          'money',
          'services',
          'views',
        ),
      },
      {
        path: 'services/files/:id',
        lazy: screen(
          () => import('../services/service-import').then(({ ServiceImport }) => ServiceImport),
          'money',
          'services',
        ),
      },
      {
        path: 'services/:id',
        lazy: screen(() => import('../services/service-form').then(({ ServiceEdit }) => ServiceEdit), 'services'),
      },
    ],
  },
];
