import { createBrowserRouter, redirect, type LoaderFunctionArgs } from 'react-router';
import { forgetSealed } from '../api/query-client';
import { whenSignedOut } from '../api/session-end';
import { Loading } from '../parts/ui/loading';
import { unsaved } from '../parts/forms/unsaved';
import { fetchMe } from '../session/me';
import { signInAgain } from '../session/sign-in-request';
import { ToSignIn } from '../session/to-sign-in';
import { homeOnTheSite, isStaff } from '../session/use-me';
import { vault } from '../vault/vault';
import { loadAllWords, useStartWords } from '../words/words';
import { Broken, BrokenPage } from './broken';
import { fundraisingRoutes } from './fundraising-routes';
import { NotThere } from '../parts/ui/not-there';
import { OnlyFor } from './only-for';
import { opportunityRoutes } from './opportunity-routes';

/** Where to sign in, and where to return to afterwards. */
function signInPath(from: string): string {
  return from === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(from)}`;
}

async function requireMe({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const me = await fetchMe();
  if (me && isStaff(me)) return null;
  if (me) {
    // Their home is a page of the site: the browser goes there, and this app shows nothing meanwhile.
    window.location.replace(homeOnTheSite(me));
    return new Promise<never>(() => undefined);
  }
  const from = url.pathname.replace(/^\/admin(?=\/|$)/, '') || '/';
  throw redirect(signInPath(from + url.search));
}

function FirstLoad() {
  const { t } = useStartWords();
  return (
    <main style={{ padding: 24 }}>
      <Loading what={t.common.page} />
    </main>
  );
}

/** Every screen is its own chunk: a phone on a slow line loads the roster without the form for events. */
export const router = createBrowserRouter(
  [
    {
      path: '/sign-in',
      Component: ToSignIn,
      ErrorBoundary: BrokenPage,
    },
    {
      // Without the frame: a phone in one hand, and sometimes no network to ask who that is. The API asks in any case.
      path: '/events/:id/check-in',
      lazy: async () => {
        const [{ CheckIn }] = await Promise.all([import('../check-in/check-in'), loadAllWords()]);
        return { Component: CheckIn };
      },
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
    },
    {
      path: '/events/:id/kiosk',
      lazy: async () => {
        const [{ Kiosk }] = await Promise.all([import('../check-in/kiosk'), loadAllWords()]);
        return { Component: Kiosk };
      },
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
    },
    {
      path: '/',
      loader: requireMe,
      // Roles change rarely; each query is guarded by the API in any case.
      shouldRevalidate: () => false,
      // Whoever signs in first does not wait for the frame and the words of the screens behind.
      lazy: async () => {
        const [{ Frame }] = await Promise.all([import('./frame'), loadAllWords()]);
        return { Component: Frame };
      },
      HydrateFallback: FirstLoad,
      ErrorBoundary: BrokenPage,
      children: [
        {
          ErrorBoundary: Broken,
          children: [
            { index: true, lazy: () => import('../home/home').then(({ Home }) => ({ Component: Home })) },
            {
              path: 'account',
              lazy: () => import('../account/account').then(({ Account }) => ({ Component: Account })),
            },
            {
              element: <OnlyFor role="organizer" />,
              children: [
                {
                  path: 'events',
                  lazy: () => import('../events/event-list').then(({ EventList }) => ({ Component: EventList })),
                },
                {
                  path: 'events/new',
                  lazy: () => import('../events/event-create').then(({ EventCreate }) => ({ Component: EventCreate })),
                },
                {
                  path: 'volunteers',
                  lazy: () =>
                    import('../volunteers/volunteer-list').then(({ VolunteerList }) => ({ Component: VolunteerList })),
                },
                {
                  path: 'volunteers/hours',
                  lazy: () => import('../volunteers/hours-list').then(({ HoursList }) => ({ Component: HoursList })),
                },
                {
                  path: 'volunteers/:id',
                  lazy: () =>
                    import('../volunteers/volunteer-show').then(({ VolunteerShow }) => ({ Component: VolunteerShow })),
                },
                {
                  path: 'volunteers/:id/edit',
                  lazy: () =>
                    import('../volunteers/volunteer-edit').then(({ VolunteerEdit }) => ({ Component: VolunteerEdit })),
                },
                {
                  path: 'events/:id/edit',
                  lazy: () => import('../events/event-edit').then(({ EventEdit }) => ({ Component: EventEdit })),
                },
                {
                  path: 'events/:id/door',
                  lazy: () => import('../door/door').then(({ DoorPage }) => ({ Component: DoorPage })),
                },
                {
                  path: 'events/:id/print',
                  lazy: () => import('../roster/print-sheet').then(({ PrintSheet }) => ({ Component: PrintSheet })),
                },
                {
                  path: 'events/:id',
                  lazy: () => import('../events/event-show').then(({ EventShow }) => ({ Component: EventShow })),
                  children: [
                    {
                      index: true,
                      lazy: () => import('../roster/roster').then(({ Roster }) => ({ Component: Roster })),
                    },
                  ],
                },
              ],
            },
            {
              element: <OnlyFor role="admin" />,
              children: [
                {
                  path: 'mail',
                  lazy: () => import('../mail-log/mail-log').then(({ MailLog }) => ({ Component: MailLog })),
                },
                {
                  path: 'people',
                  lazy: () => import('../people/people').then(({ People }) => ({ Component: People })),
                },
                {
                  path: 'security',
                  lazy: () =>
                    import('../security-events/security-events').then(({ SecurityEvents }) => ({
                      Component: SecurityEvents,
                    })),
                },
                {
                  path: 'volunteers/duplicates',
                  lazy: () =>
                    import('../volunteers/duplicate-list').then(({ DuplicateList }) => ({ Component: DuplicateList })),
                },
                {
                  path: 'volunteers/:id/merge/:other',
                  lazy: () =>
                    import('../volunteers/merge-preview').then(({ MergePreview }) => ({ Component: MergePreview })),
                },
                {
                  path: 'volunteers/terms',
                  lazy: () => import('../volunteers/term-list').then(({ TermList }) => ({ Component: TermList })),
                },
                {
                  path: 'chapters',
                  lazy: () => import('../chapters/chapters').then(({ Chapters }) => ({ Component: Chapters })),
                },
              ],
            },
            {
              element: <OnlyFor role="power" />,
              children: [
                {
                  path: 'role-requests',
                  lazy: () =>
                    import('../role-requests/role-requests').then(({ RoleRequests }) => ({ Component: RoleRequests })),
                },
              ],
            },
            ...fundraisingRoutes,
            ...opportunityRoutes,
            { path: '*', Component: NotThere },
          ],
        },
      ],
    },
  ],
  { basename: '/admin' },
);

/** What is sealed does not stay on the screen of somebody who is not signed in, whatever they were writing about it. */
const sealedScreens = /^\/(applications|consultations|keys)(\/|$)/;

whenSignedOut.go = async () => {
  const { pathname, search } = router.state.location;
  const from = pathname.replace(/^\/admin(?=\/|$)/, '') || '/';
  if (unsaved.any() && !sealedScreens.test(from) && (await signInAgain())) return true;
  unsaved.forgetAll();
  vault.lock();
  forgetSealed();
  if (from.startsWith('/sign-in')) return false;
  void router.navigate(`${signInPath(from + search)}${from === '/' ? '?' : '&'}ended=1`);
  return false;
};
