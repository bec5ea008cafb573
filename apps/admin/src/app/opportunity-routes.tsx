import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { route } from './screen';

const moderation: RouteObject[] = [
  route('approvals', async () => (await import('../approvals/approvals')).Approvals),
  route('businesses', async () => (await import('../businesses/business-list')).BusinessList),
  route('businesses/:id', async () => (await import('../businesses/business-show')).BusinessShow),
  route('opportunities', async () => (await import('../opportunities/opportunity-list')).OpportunityList),
  route('opportunities/:id', async () => (await import('../opportunities/opportunity-review')).OpportunityReview),
];

/** Screens for advocates only. Administrators don't have access by default. */
const advocacy: RouteObject[] = [
  route('applications', async () => (await import('../advocacy-applications/application-list')).ApplicationList),
  route('applications/new', async () => (await import('../advocacy-applications/apply-for-person')).ApplyForPerson),
  route('applications/:id', async () => (await import('../advocacy-applications/application-show')).ApplicationShow),
  route('consultations', async () => (await import('../advocacy-consultations/consultation-list')).ConsultationList),
  route(
    'consultations/:id',
    async () => (await import('../advocacy-consultations/consultation-show')).ConsultationShow,
  ),
  route('keys', async () => (await import('../advocate-keys/keys')).Keys),
];

const trail: RouteObject[] = [
  route('trail', async () => (await import('../audit/trail')).Trail),
  route('report', async () => (await import('../advocacy-report/report')).Report),
];

export const opportunityRoutes: RouteObject[] = [
  { element: <RequireRole role="businesses" />, children: moderation },
  { element: <RequireRole role="advocate" />, children: advocacy },
  { element: <RequireRole role="trail" />, children: trail },
];
