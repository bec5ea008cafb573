import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { Footer } from './footer';
import { Help } from './help';
import { Icon, Logo } from './icons';
import { ExitLink, LeavingState } from './leaving';
import { NavLink, OtherLanguages, WorkLink, type NavState } from './nav-link';
import { useHasPage } from '../request/features';

export function Frame({ children }: { children: ReactNode }) {
  const { path, isQuiet, words } = usePage();
  const hasPage = useHasPage();
  const [pathname = ''] = path.split('?');
  const navState = {
    currentPath: navPaths.has(pathname) ? pathname : null,
    isInOpportunities: path.startsWith('/opportunities'),
  };
  return (
    <>
      <header className="top">
        <SkipLinks />
        <div className="wide">
          <Brand />
          <nav className="ways" aria-label={words.frame.mainNavigation}>
            <MainLinks navState={navState} isQuiet={isQuiet} />
          </nav>
          <OtherLanguages />
          {!isQuiet && hasPage('/give') && (
            <a className="donate" href="/give" aria-current={pathname === '/give' ? 'page' : undefined}>
              {words.frame.donate}
            </a>
          )}
          <Menu navState={navState} isQuiet={isQuiet} />
          <ExitLink />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {!hasHelpWithin(pathname) && <Help />}
      <Footer navState={navState} />
      <LeavingState />
    </>
  );
}

function MainLinks({ navState, isQuiet }: { navState: NavState; isQuiet: boolean }) {
  return (
    <>
      <TopLinks {...navState} />
      {/* Quiet pages don't check who the visitor is. */}
      {!isQuiet && <AccountLink navState={navState} />}
    </>
  );
}

/** The whole menu on phones, where a row of links would not fit. Opens without a script. */
function Menu({ navState, isQuiet }: { navState: NavState; isQuiet: boolean }) {
  const t = usePage().words.frame;
  return (
    <details className="menu">
      <summary aria-label={t.menu}>
        <Icon name="menu" />
      </summary>
      <nav aria-label={t.menu}>
        <MainLinks navState={navState} isQuiet={isQuiet} />
        <OtherLanguages />
      </nav>
    </details>
  );
}

/**
 * The help page shows the lines in its content, and the search page above its results, because someone in danger may
 * search first.
 */
const pagesWithHelpLines: ReadonlySet<string> = new Set(['/help', '/search']);

export function hasHelpWithin(path: string): boolean {
  return pagesWithHelpLines.has(path.split('?')[0] ?? path);
}

const navPaths: ReadonlySet<string> = new Set([
  '/events',
  '/give',
  '/fundraisers',
  '/work',
  '/opportunities',
  '/search',
  '/help',
  '/learn',
  '/talk',
  '/giving',
  '/business',
  '/using-this-site',
  '/privacy',
  '/my-data',
  '/sign-in',
  '/about',
  '/chapters',
  '/contact',
  '/accessibility',
]);

const SkipLinks = cacheMarkup(function SkipLinks() {
  const t = usePage().words.frame;
  return (
    <>
      <a className="skip" href="#content">
        {t.skipToContent}
      </a>
      <a className="skip" href="/leave" rel="nofollow">
        {t.skipToExit}
      </a>
    </>
  );
});

const Brand = cacheMarkup(function Brand() {
  const { words, organizationName, organization } = usePage();
  return (
    <a className="brand" href="/" aria-label={words.frame.homeLink({ organization: organizationName })}>
      {organization.logo ? <OwnLogo {...organization.logo} /> : <Logo />}
      <span>{organizationName}</span>
    </a>
  );
});

/** The name beside it says the same. */
function OwnLogo({ url, width, height }: { url: string; width: number; height: number }) {
  return <img className="logo-own" src={url} width={width} height={height} alt="" />;
}

const TopLinks = cacheMarkup(function TopLinks(navState: NavState) {
  const t = usePage().words.frame;
  return (
    <>
      <a
        className="to-search"
        href="/search"
        aria-label={t.search}
        aria-current={navState.currentPath === '/search' ? 'page' : undefined}
      >
        <Icon name="search" />
      </a>
      <NavLink to="/help" navState={navState}>
        {t.getHelp}
      </NavLink>
      <NavLink to="/events" navState={navState}>
        {t.events}
      </NavLink>
      <WorkLink navState={navState} />
      <NavLink to="/learn" navState={navState}>
        {t.learn}
      </NavLink>
      <NavLink to="/give" navState={navState}>
        {t.donate}
      </NavLink>
    </>
  );
});

/** The sign-in page redirects signed-in users to their account. */
function AccountLink({ navState }: { navState: NavState }) {
  const { signedIn, words } = usePage();
  return (
    <NavLink to="/sign-in" navState={navState}>
      {signedIn ? words.frame.yourAccount : words.frame.signIn}
    </NavLink>
  );
}
