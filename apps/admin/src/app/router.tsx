import { createBrowserRouter, redirect, type LoaderFunctionArgs } from 'react-router';
import { removeSealedQueries } from '../api/query-client';
import { sessionEndHandler } from '../api/session-end';
import { Loading } from '../parts/ui/loading';
import { unsavedForms } from '../parts/ui/unsaved';
import { fetchMe } from '../session/me';
import { signInAgain } from '../session/sign-in-request';
import { SignInRedirect } from '../sign-out/sign-in-redirect';
import { homeOnTheSite, isStaff } from '../session/use-me';
import { vault } from '../vault/vault';
import { useStartWords } from '../words/start-words';
import { ErrorScreen, BrokenPage } from './broken';
import { eventDeskRoutes } from './event-desk-routes';
import { eventMessageRoutes } from './event-message-routes';
import { seriesRoutes } from './series-routes';
import { fundraisingRoutes } from './fundraising-routes';
import { learningRoutes } from './learning-routes';
import { logRoutes } from './log-routes';
import { NotFound } from '../parts/ui/not-found';
import { RequireRole } from './require-role';
import { helpRoutes } from './help-routes';
import { sectionRoutes } from './section-routes';
import { siteRoutes } from './site-routes';
import { screen } from './screen';
import { opportunityRoutes } from './opportunity-routes';
import { volunteerRoutes } from './volunteer-routes';
import { schoolRoutes } from './school-routes';

function signInPath(returnPath: string): string {
  return returnPath === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(returnPath)}`;
}

async function requireMe({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const me = await fetchMe();
  if (me && isStaff(me)) return null;
  if (me) {
    // This user's home is on the public site. Nothing is rendered while the browser navigates.
    window.location.replace(homeOnTheSite(me));
    return new Promise<never>(() => undefined);
  }
  const returnPath = url.pathname.replace(/^\/admin(?=\/|$)/, '') || '/';
  throw redirect(signInPath(returnPath + url.search));
}

function FirstLoad() {
  const { t } = useStartWords();
  return (
    <main style={{ padding: 24 }}>
      <Loading noun={t.common.page} />
    </main>
  );
}

export const router = createBrowserRouter(
  [
    {
      path: '/sign-in',
      Component: SignInRedirect,
      ErrorBoundary: BrokenPage,
    },
    {
      // Without the frame, because there may be no network to load the user.
      path: '/events/:id/check-in',
      lazy: screen(
        () => import('../check-in/check-in').then(({ CheckIn }) => CheckIn),
        'checkIn',
        'groups',
        'roster',
        'volunteers',
      ),
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
    },
    {
      // The kiosk link has its own token; no user is signed in on that device.
      path: '/kiosk',
      lazy: screen(() => import('../kiosk/kiosk').then(({ KioskPage }) => KioskPage), 'checkIn'),
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
    },
    {
      path: '/',
      loader: requireMe,
      // Roles change rarely, and the API checks every query in any case.
      shouldRevalidate: () => false,
      lazy: screen(() => import('./frame').then(({ Frame }) => Frame), 'palette', 'session'),
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
      children: [
        {
          ErrorBoundary: ErrorScreen,
          children: [
            { index: true, lazy: screen(() => import('../home/home').then(({ Home }) => Home), 'home', 'money') },
            ...sectionRoutes,
            {
              path: 'account',
              lazy: screen(
                () => import('../account/account').then(({ Account }) => Account),
                'accessTokens',
                'account',
                'areas',
                'coOrganizers',
                'door',
                'people',
                'session',
              ),
            },
            {
              element: <RequireRole role="organizer" />,
              children: [
                {
                  path: 'events',
                  lazy: screen(
                    () => import('../events/event-list').then(({ EventList }) => EventList),
                    'events',
                    'money',
                    'views',
                  ),
                },
                {
                  path: 'events/new',
                  lazy: screen(
                    () => import('../events/event-create').then(({ EventCreate }) => EventCreate),
                    'eventForm',
                    'events',
                    'series',
                  ),
                },
                {
                  path: 'events/:id/edit',
                  lazy: screen(
                    () => import('../events/event-edit').then(({ EventEdit }) => EventEdit),
                    'eventForm',
                    'events',
                    'series',
                  ),
                },
                {
                  path: 'events/:id/door',
                  lazy: screen(() => import('../door/door').then(({ DoorPage }) => DoorPage), 'door', 'waivers'),
                },
                {
                  path: 'events/:id/badges',
                  lazy: screen(() => import('../roster/badge-sheet').then(({ BadgeSheet }) => BadgeSheet), 'roster'),
                },
                {
                  path: 'events/:id/print',
                  lazy: screen(
                    () => import('../roster/print-sheet').then(({ PrintSheet }) => PrintSheet),
                    'groups',
                    'roster',
                  ),
                },
                ...eventDeskRoutes,
                ...eventMessageRoutes,
                ...seriesRoutes,
                {
                  path: 'events/:id',
                  lazy: screen(
                    () => import('../events/event-show').then(({ EventShow }) => EventShow),
                    'checkIn',
                    'coOrganizers',
                    'eventForm',
                    'eventMessages',
                    'events',
                    'money',
                    'pagePhoto',
                    'registrations',
                    'series',
                  ),
                  children: [
                    {
                      index: true,
                      lazy: screen(
                        () => import('../roster/roster').then(({ Roster }) => Roster),
                        'checkIn',
                        'eventMessages',
                        'events',
                        'groups',
                        'money',
                        'roster',
                        'shiftRequests',
                        'views',
                        'volunteers',
                      ),
                    },
                  ],
                },
              ],
            },
            {
              element: <RequireRole role="admin" />,
              children: [
                ...logRoutes,
                {
                  path: 'people',
                  lazy: screen(
                    () => import('../people/people').then(({ People }) => People),
                    'account',
                    'door',
                    'money',
                    'people',
                    'views',
                  ),
                },
                {
                  path: 'security',
                  lazy: screen(
                    () => import('../security-events/security-events').then(({ SecurityEvents }) => SecurityEvents),
                    'money',
                    'securityEvents',
                    'staffActions',
                    'views',
                  ),
                },
                {
                  path: 'staff-actions',
                  lazy: screen(
                    () => import('../staff-actions/staff-actions').then(({ StaffActions }) => StaffActions),
                    'health',
                    'money',
                    'staffActions',
                    'views',
                  ),
                },
                {
                  path: 'chapters',
                  lazy: screen(
                    () => import('../chapters/chapters').then(({ Chapters }) => Chapters),
                    'chapters',
                    'money',
                    'pagePhoto',
                    'views',
                  ),
                },
              ],
            },
            {
              element: <RequireRole role="personalData" />,
              children: [
                {
                  path: 'peoples-data',
                  lazy: screen(
                    () => import('../peoples-data/requests/request-list').then(({ RequestList }) => RequestList),
                    'money',
                    'peoplesData',
                    'views',
                  ),
                },
                {
                  path: 'peoples-data/holds',
                  lazy: screen(
                    () => import('../peoples-data/holds/legal-hold-list').then(({ LegalHoldList }) => LegalHoldList),
                    'money',
                    'peoplesData',
                    'views',
                  ),
                },
                {
                  path: 'peoples-data/kept',
                  lazy: screen(
                    () => import('../peoples-data/retention').then(({ Retention }) => Retention),
                    'money',
                    'peoplesData',
                  ),
                },
                {
                  path: 'health',
                  lazy: screen(() => import('../health/health').then(({ Health }) => Health), 'health', 'money'),
                },
              ],
            },
            ...volunteerRoutes,
            ...fundraisingRoutes,
            ...opportunityRoutes,
            { element: <RequireRole role="organizer" />, children: schoolRoutes },
            ...learningRoutes,
            ...helpRoutes,
            ...siteRoutes,
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ],
  { basename: '/admin' },
);

/** Sealed screens are closed when the session ends, even if there is unsaved input. */
const sealedScreens = /^\/(applications|consultations|keys)(\/|$)/;

sessionEndHandler.go = async () => {
  const { pathname, search } = router.state.location;
  const returnPath = pathname.replace(/^\/admin(?=\/|$)/, '') || '/';
  if (unsavedForms.any() && !sealedScreens.test(returnPath) && (await signInAgain())) return true;
  unsavedForms.forgetAll();
  vault.lock();
  await import('../check-in/check-in-list-store').then(({ forgetDoors }) => forgetDoors()).catch(() => undefined);
  removeSealedQueries();
  if (returnPath.startsWith('/sign-in')) return false;
  void router.navigate(`${signInPath(returnPath + search)}${returnPath === '/' ? '?' : '&'}ended=1`);
  return false;
};
