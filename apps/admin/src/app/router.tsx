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
import { fundraisingRoutes } from './fundraising-routes';
import { NotFound } from '../parts/ui/not-found';
import { RequireRole } from './require-role';
import { eventRoutes } from './event-routes';
import { sectionRoutes } from './section-routes';
import { schoolRoutes, siteRoutes } from './site-routes';
import { route, screen } from './screen';
import { opportunityRoutes } from './opportunity-routes';
import { volunteerRoutes } from './volunteer-routes';

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
      ...route('/events/:id/check-in', async () => (await import('../check-in/check-in')).CheckIn),
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
    },
    {
      // The kiosk link has its own token; no user is signed in on that device.
      ...route('/kiosk', async () => (await import('../kiosk/kiosk')).KioskPage),
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
    },
    {
      path: '/',
      loader: requireMe,
      // Roles change rarely, and the API checks every query in any case.
      shouldRevalidate: () => false,
      lazy: screen(async () => (await import('./frame')).Frame),
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
      children: [
        {
          ErrorBoundary: ErrorScreen,
          children: [
            { index: true, lazy: screen(async () => (await import('../home/home')).Home) },
            ...sectionRoutes,
            route('account', async () => (await import('../account/account')).Account),
            { element: <RequireRole role="organizer" />, children: [...eventRoutes, ...schoolRoutes] },
            {
              element: <RequireRole role="admin" />,
              children: [
                route('mail', async () => (await import('../delivery-log/email-log')).EmailLog),
                route('mail/texts', async () => (await import('../delivery-log/text-log')).TextLog),
                { path: 'texts', loader: ({ request }) => redirect(`/mail/texts${new URL(request.url).search}`) },
                route('people', async () => (await import('../people/people')).People),
                route('security', async () => (await import('../security-events/security-events')).SecurityEvents),
                route('staff-actions', async () => (await import('../staff-actions/staff-actions')).StaffActions),
                route('chapters', async () => (await import('../chapters/chapters')).Chapters),
              ],
            },
            {
              element: <RequireRole role="personalData" />,
              children: [
                route('peoples-data', async () => (await import('../peoples-data/requests/request-list')).RequestList),
                route(
                  'peoples-data/holds',
                  async () => (await import('../peoples-data/holds/legal-hold-list')).LegalHoldList,
                ),
                route('peoples-data/kept', async () => (await import('../peoples-data/retention')).Retention),
                route('health', async () => (await import('../health/health')).Health),
              ],
            },
            ...volunteerRoutes,
            ...fundraisingRoutes,
            ...opportunityRoutes,
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
