import { Alert, Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { queryClient } from '../api/query-client';
import { sessionEndHandler } from '../api/session-end';
import { useInboxState } from '../inbox/inbox-state';
import { unsavedForms } from '../parts/ui/unsaved';
import { MenuIcon, SearchIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageAccessContext } from '../parts/ui/page-access';
import { pageAccessAt } from '../navigation/sections';
import { notify } from '../parts/notifications/notify';
import { modKey } from '../parts/ui/use-shortcuts';
import type { Me } from '../session/me';
import { SecondFactorDialog } from '../session/second-factor-dialog';
import { SignInAgainDialog } from '../session/sign-in-again';
import { useSession, lastSignedInUser } from '../session/use-me';
import { useWords } from '../words/words';
import { Brand } from './brand';
import classes from './frame.module.css';
import { LeaveGuard } from './leave-guard';
import { Navigation, SectionTabs } from './navigation';
import { PersonMenu } from './person-menu';
import { consumeReloadMarker } from './newer-version';
import { useQuickKeys } from './quick-keys';

const InboxBar = lazy(() => import('../inbox/inbox-bar'));

export function Frame() {
  const session = useSession();
  const { t } = useWords();
  // Keeps unsaved input on the screen during a new sign-in.
  const me = session ?? (unsavedForms.any() ? lastSignedInUser() : null);
  useEffect(() => {
    if (!session)
      void sessionEndHandler.go().then((isSignedIn) => (isSignedIn ? queryClient.invalidateQueries() : undefined));
  }, [session]);
  if (!me) {
    return (
      <main className={classes.width}>
        <Loading noun={t.common.page} />
      </main>
    );
  }
  return <SignedInFrame me={me} />;
}

function SignedInFrame({ me }: { me: Me }) {
  const { t } = useWords('palette');
  const { online } = useNetwork();
  const [menu, { open, close }] = useDisclosure(false);
  const { search, dialogs } = useQuickKeys();
  const { pathname } = useLocation();
  const pageAccess = useMemo(() => pageAccessAt(me, pathname), [me, pathname]);
  const inboxState = useInboxState();
  useEffect(close, [pathname, close]);
  useEffect(() => {
    // Sends check-ins left over from an expired session.
    void import('../check-in/send-marks').then(({ sendUnsent }) => sendUnsent()).catch(() => undefined);
  }, [me.id]);
  const { newerVersion } = t.common;
  useEffect(() => {
    if (consumeReloadMarker(window.sessionStorage, Date.now())) notify.success(newerVersion);
  }, [newerVersion]);

  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <a href="#content" className={classes.skip}>
          {t.common.skip}
        </a>
        <div className={classes.bar}>
          <UnstyledButton className={classes.menuButton} onClick={open} aria-label={t.common.menu} aria-expanded={menu}>
            <MenuIcon size={22} />
          </UnstyledButton>
          <Brand />
          <UnstyledButton className={classes.menuButton} onClick={search} aria-label={t.palette.title} data-end>
            <SearchIcon size={22} />
          </UnstyledButton>
        </div>
        <div className={classes.side}>
          <Brand />
          <UnstyledButton className={classes.find} onClick={search} aria-keyshortcuts="Control+K Meta+K">
            <SearchIcon />
            {t.palette.title}
            <kbd className={classes.key} aria-hidden>
              {modKey()} K
            </kbd>
          </UnstyledButton>
          <Navigation me={me} hasScreens />
          <PersonMenu me={me} />
        </div>
      </header>
      <Drawer
        opened={menu}
        onClose={close}
        size={290}
        title={<Brand />}
        closeButtonProps={{ 'aria-label': t.common.closeMenu }}
      >
        <Navigation me={me} onGo={close} />
        <PersonMenu me={me} />
      </Drawer>
      <main id="content" className={classes.content} tabIndex={-1}>
        <div className={classes.width}>
          {!online && (
            <Alert color="amber" role="status" mb="lg">
              {t.common.offline}
            </Alert>
          )}
          {inboxState ? (
            <Suspense>
              <InboxBar key={inboxState.id} {...inboxState} />
            </Suspense>
          ) : (
            <SectionTabs me={me} />
          )}
          <PageAccessContext value={pageAccess}>
            <Suspense fallback={<Loading noun={t.common.page} />}>
              <Outlet />
            </Suspense>
          </PageAccessContext>
        </div>
      </main>
      {dialogs}
      <SecondFactorDialog />
      <SignInAgainDialog accountId={me.id} />
      <LeaveGuard />
      <Notifications position="bottom-right" />
      <ScrollRestoration />
    </div>
  );
}
