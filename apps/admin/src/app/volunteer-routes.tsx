import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { screen } from './screen';

export const volunteerRoutes: RouteObject[] = [
  {
    element: <RequireRole role="organizer" />,
    children: [
      {
        path: 'volunteers',
        lazy: screen(
          () => import('../volunteers/volunteer-list').then(({ VolunteerList }) => VolunteerList),
          'money',
          'views',
          'volunteers',
        ),
      },
      {
        path: 'volunteers/hours',
        lazy: screen(
          () => import('../volunteers/hours-list').then(({ HoursList }) => HoursList),
          'money',
          'views',
          'volunteers',
        ),
      },
      {
        path: 'volunteers/report',
        lazy: screen(
          () => import('../volunteer-report/volunteer-report').then(({ VolunteerReport }) => VolunteerReport),
          'money',
          'volunteerReport',
        ),
      },
      {
        path: 'credentials',
        lazy: screen(
          () => import('../credentials/credential-queue').then(({ CredentialQueue }) => CredentialQueue),
          'credentials',
          'money',
          'views',
        ),
      },
      {
        path: 'volunteers/:id',
        lazy: screen(
          () => import('../volunteers/volunteer-show').then(({ VolunteerShow }) => VolunteerShow),
          'credentials',
          'deliveryLog',
          'eventForm',
          'money',
          'roster',
          'siteMessages',
          'volunteers',
        ),
      },
      {
        path: 'volunteers/:id/edit',
        lazy: screen(
          () => import('../volunteers/volunteer-edit').then(({ VolunteerEdit }) => VolunteerEdit),
          'roster',
          'volunteers',
        ),
      },
    ],
  },
  {
    element: <RequireRole role="admin" />,
    children: [
      {
        path: 'credentials/types',
        lazy: screen(
          () => import('../credentials/type-list').then(({ TypeList }) => TypeList),
          'credentials',
          'money',
          'views',
        ),
      },
      {
        path: 'credentials/types/:id',
        lazy: screen(() => import('../credentials/type-text').then(({ TypeText }) => TypeText), 'credentials'),
      },
      {
        path: 'volunteers/duplicates',
        lazy: screen(
          () => import('../volunteers/duplicate-list').then(({ DuplicateList }) => DuplicateList),
          'money',
          'views',
          'volunteers',
        ),
      },
      {
        path: 'volunteers/:id/merge/:other',
        lazy: screen(
          () => import('../volunteers/merge-preview').then(({ MergePreview }) => MergePreview),
          'volunteers',
        ),
      },
      {
        path: 'volunteers/terms',
        lazy: screen(
          () => import('../volunteers/term-list').then(({ TermList }) => TermList),
          'money',
          'views',
          'volunteers',
        ),
      },
    ],
  },
];
