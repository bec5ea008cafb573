import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { route } from './screen';

export const volunteerRoutes: RouteObject[] = [
  {
    element: <RequireRole role="organizer" />,
    children: [
      route('volunteers', async () => (await import('../volunteers/volunteer-list')).VolunteerList),
      route('volunteers/hours', async () => (await import('../volunteers/hours-list')).HoursList),
      route('volunteers/report', async () => (await import('../volunteer-report/volunteer-report')).VolunteerReport),
      route('credentials', async () => (await import('../credentials/credential-queue')).CredentialQueue),
      route('volunteers/:id', async () => (await import('../volunteers/volunteer-show')).VolunteerShow),
      route('volunteers/:id/edit', async () => (await import('../volunteers/volunteer-edit')).VolunteerEdit),
    ],
  },
  {
    element: <RequireRole role="admin" />,
    children: [
      route('credentials/types', async () => (await import('../credentials/type-list')).TypeList),
      route('credentials/types/:id', async () => (await import('../credentials/type-text')).TypeText),
      route('volunteers/duplicates', async () => (await import('../volunteers/duplicate-list')).DuplicateList),
      route('volunteers/:id/merge/:other', async () => (await import('../volunteers/merge-preview')).MergePreview),
      route('volunteers/terms', async () => (await import('../volunteers/term-list')).TermList),
    ],
  },
];
