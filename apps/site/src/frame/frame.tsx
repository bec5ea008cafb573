import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { Help } from './help';
import { Icon, Logo } from './icons';
import { ExitLink, LeavingState } from './leaving';
import { withLanguage } from './page-head';

export function Frame({ children }: { children: ReactNode }) {
  const { path, isQuiet, words } = usePage();
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
          <OtherLanguage />
          {!isQuiet && (
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
      <footer className="wide foot">
        <FooterName />
        <p>
          <FooterLinks {...navState} />
          <OtherLanguage />
          <a href="/leave" rel="nofollow">
            {words.frame.skipToExit}
          </a>
        </p>
        <SmallPrint />
      </footer>
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
        <OtherLanguage />
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

/** Addresses may be personal and are not part of it. */
interface NavState {
  currentPath: string | null;
  isInOpportunities: boolean;
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
  const { words, organizationName } = usePage();
  return (
    <a className="brand" href="/" aria-label={words.frame.homeLink({ organization: organizationName })}>
      <Logo />
      <span>{organizationName}</span>
    </a>
  );
});

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

const FooterName = cacheMarkup(function FooterName() {
  const { words, organizationName } = usePage();
  return (
    <p className="foot-name">
      {organizationName}. {words.frame.footerLead}
    </p>
  );
});

const FooterLinks = cacheMarkup(function FooterLinks(navState: NavState) {
  const t = usePage().words.frame;
  const footerLinks = [
    ['/fundraisers', t.fundraisers],
    ['/learn', t.learn],
    ['/talk', t.talk],
    ['/giving', t.myGiving],
    ['/business', t.forBusinesses],
    ['/using-this-site', t.usingThisSite],
    ['/about', t.about],
    ['/contact', t.contact],
    ['/press', t.press],
    ['/accessibility', t.accessibility],
    ['/privacy', t.privacy],
    ['/my-data', t.yourData],
  ] as const;
  return (
    <>
      <WorkLink navState={navState} />
      {footerLinks.map(([to, name]) => (
        <NavLink key={to} to={to} navState={navState}>
          {name}
        </NavLink>
      ))}
    </>
  );
});

const SmallPrint = cacheMarkup(function SmallPrint() {
  const { words, contactEmail } = usePage();
  const t = words.frame;
  return (
    <>
      <p className="small">
        {t.writeToUs} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
      </p>
      <p className="small">{t.exitHonest}</p>
      <p className="small">{t.poweredBy}</p>
    </>
  );
});

function NavLink({ to, navState, children }: { to: string; navState: NavState; children: ReactNode }) {
  return (
    <a href={to} aria-current={navState.currentPath === to ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** Links to the safety page first, and from within the opportunities directly to the list. */
function WorkLink({ navState }: { navState: NavState }) {
  return (
    <NavLink to={navState.isInOpportunities ? '/opportunities' : '/work'} navState={navState}>
      {usePage().words.frame.work}
    </NavLink>
  );
}

/** The sign-in page redirects signed-in users to their account. */
function AccountLink({ navState }: { navState: NavState }) {
  const { signedIn, words } = usePage();
  return (
    <NavLink to="/sign-in" navState={navState}>
      {signedIn ? words.frame.yourAccount : words.frame.signIn}
    </NavLink>
  );
}

/** Hidden after a form on a quiet page, because the link would lose the typed values. */
function OtherLanguage() {
  const { words, locale, path, isQuiet, isFormPost } = usePage();
  const otherLocale = locale === 'en' ? 'es' : 'en';
  if (isQuiet && isFormPost) return null;
  return (
    <a className="language" href={withLanguage(path, otherLocale)} lang={otherLocale} hrefLang={otherLocale}>
      {words.frame.otherLanguage}
    </a>
  );
}
