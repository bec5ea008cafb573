import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { screen } from './screen';

const moderation: RouteObject[] = [
  {
    path: 'approvals',
    lazy: screen(() => import('../approvals/approvals').then(({ Approvals }) => Approvals), 'approvals'),
  },
  {
    path: 'businesses',
    lazy: screen(
      () => import('../businesses/business-list').then(({ BusinessList }) => BusinessList),
      'businesses',
      'money',
      'views',
    ),
  },
  {
    path: 'businesses/:id',
    lazy: screen(
      () => import('../businesses/business-show').then(({ BusinessShow }) => BusinessShow),
      'approvals',
      'businesses',
      'money',
    ),
  },
  {
    path: 'opportunities',
    lazy: screen(
      () => import('../opportunities/opportunity-list').then(({ OpportunityList }) => OpportunityList),
      'money',
      'opportunities',
      'views',
    ),
  },
  {
    path: 'opportunities/:id',
    lazy: screen(
      () => import('../opportunities/opportunity-review').then(({ OpportunityReview }) => OpportunityReview),
      'approvals',
      'opportunities',
    ),
  },
];

/** Screens for advocates only. Administrators don't have access by default. */
const advocacy: RouteObject[] = [
  {
    path: 'applications',
    lazy: screen(
      () => import('../advocacy-applications/application-list').then(({ ApplicationList }) => ApplicationList),
      'advocacy',
      'applications',
      'money',
      'views',
    ),
  },
  {
    path: 'applications/new',
    lazy: screen(
      () => import('../advocacy-applications/apply-for-person').then(({ ApplyForPerson }) => ApplyForPerson),
      'advocacy',
      'applications',
    ),
  },
  {
    path: 'applications/:id',
    lazy: screen(
      () => import('../advocacy-applications/application-show').then(({ ApplicationShow }) => ApplicationShow),
      'advocacy',
      'applications',
    ),
  },
  {
    path: 'consultations',
    lazy: screen(
      () => import('../advocacy-consultations/consultation-list').then(({ ConsultationList }) => ConsultationList),
      'advocacy',
      'consultations',
      'money',
      'views',
    ),
  },
  {
    path: 'consultations/:id',
    lazy: screen(
      () => import('../advocacy-consultations/consultation-show').then(({ ConsultationShow }) => ConsultationShow),
      'advocacy',
      'consultations',
      'keys',
      'vault',
    ),
  },
  {
    path: 'keys',
    lazy: screen(() => import('../advocate-keys/keys').then(({ Keys }) => Keys), 'keys', 'money', 'vault'),
  },
];

const trail: RouteObject[] = [
  { path: 'trail', lazy: screen(() => import('../audit/trail').then(({ Trail }) => Trail), 'audit', 'money', 'views') },
  {
    path: 'report',
    lazy: screen(() => import('../advocacy-report/report').then(({ Report }) => Report), 'money', 'report'),
  },
];

export const opportunityRoutes: RouteObject[] = [
  { element: <RequireRole role="businesses" />, children: moderation },
  { element: <RequireRole role="advocate" />, children: advocacy },
  { element: <RequireRole role="trail" />, children: trail },
];
