import type { RouteObject } from 'react-router';
import { OnlyFor } from './only-for';

/** Who offers work, what they offer, and the one queue of both that waits for a decision. */
const moderation: RouteObject[] = [
  {
    path: 'approvals',
    lazy: () => import('../approvals/approvals').then(({ Approvals }) => ({ Component: Approvals })),
  },
  {
    path: 'businesses',
    lazy: () => import('../businesses/business-list').then(({ BusinessList }) => ({ Component: BusinessList })),
  },
  {
    path: 'businesses/:id',
    lazy: () => import('../businesses/business-show').then(({ BusinessShow }) => ({ Component: BusinessShow })),
  },
  {
    path: 'opportunities',
    lazy: () =>
      import('../opportunities/opportunity-list').then(({ OpportunityList }) => ({ Component: OpportunityList })),
  },
  {
    path: 'opportunities/:id',
    lazy: () =>
      import('../opportunities/opportunity-review').then(({ OpportunityReview }) => ({ Component: OpportunityReview })),
  },
];

/** What only advocates open: an administrator is none by being one. */
const advocacy: RouteObject[] = [
  {
    path: 'applications',
    lazy: () =>
      import('../advocacy-applications/application-list').then(({ ApplicationList }) => ({
        Component: ApplicationList,
      })),
  },
  {
    path: 'applications/new',
    lazy: () =>
      import('../advocacy-applications/apply-for-person').then(({ ApplyForPerson }) => ({ Component: ApplyForPerson })),
  },
  {
    path: 'applications/:id',
    lazy: () =>
      import('../advocacy-applications/application-show').then(({ ApplicationShow }) => ({
        Component: ApplicationShow,
      })),
  },
  {
    path: 'consultations',
    lazy: () =>
      import('../advocacy-consultations/consultation-list').then(({ ConsultationList }) => ({
        Component: ConsultationList,
      })),
  },
  {
    path: 'consultations/:id',
    lazy: () =>
      import('../advocacy-consultations/consultation-show').then(({ ConsultationShow }) => ({
        Component: ConsultationShow,
      })),
  },
  { path: 'keys', lazy: () => import('../advocate-keys/keys').then(({ Keys }) => ({ Component: Keys })) },
];

/** Who read what, and how many: without a word of what was written. */
const trail: RouteObject[] = [
  { path: 'trail', lazy: () => import('../audit/trail').then(({ Trail }) => ({ Component: Trail })) },
  { path: 'report', lazy: () => import('../advocacy-report/report').then(({ Report }) => ({ Component: Report })) },
];

export const opportunityRoutes: RouteObject[] = [
  { element: <OnlyFor role="moderator" />, children: moderation },
  { element: <OnlyFor role="advocate" />, children: advocacy },
  { element: <OnlyFor role="trail" />, children: trail },
];
