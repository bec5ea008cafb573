import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { Help } from './help';
import { Icon, Logo } from './icons';
import { ExitLink, LeavingState } from './leaving';
import { withLanguage } from './page-head';

/** Layout of every page: exit link, menu, account, help lines and language switch. */
export function Frame({ children }: { children: ReactNode }) {
  const { path, quiet, words } = usePage();
  const [here = ''] = path.split('?');
  const ways = { here: navPaths.has(here) ? here : null, inside: path.startsWith('/opportunities') };
  return (
    <>
      <header className="top">
        <Skips />
        <div className="wide">
          <Brand />
          <nav className="ways" aria-label={words.frame.mainNavigation}>
            <MainLinks ways={ways} quiet={quiet} />
          </nav>
          <OtherLanguage />
          {!quiet && (
            <a className="donate" href="/give" aria-current={here === '/give' ? 'page' : undefined}>
              {words.frame.donate}
            </a>
          )}
          <Menu ways={ways} quiet={quiet} />
          <ExitLink />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {!hasHelpWithin(here) && <Help />}
      <footer className="wide foot">
        <FooterName />
        <p>
          <FooterLinks {...ways} />
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

function MainLinks({ ways, quiet }: { ways: NavState; quiet: boolean }) {
  return (
    <>
      <TopLinks {...ways} />
      {/* Quiet pages don't check who the visitor is. */}
      {!quiet && <AccountLink ways={ways} />}
    </>
  );
}

/** The whole menu on phones, where a row of links would not fit. Opens without a script. */
function Menu({ ways, quiet }: { ways: NavState; quiet: boolean }) {
  const t = usePage().words.frame;
  return (
    <details className="menu">
      <summary aria-label={t.menu}>
        <Icon name="menu" />
      </summary>
      <nav aria-label={t.menu}>
        <MainLinks ways={ways} quiet={quiet} />
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

/** The menu item of the current page. Addresses may be personal and are not part of it. */
interface NavState {
  here: string | null;
  /** True on pages about opportunities. */
  inside: boolean;
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

const Skips = cacheMarkup(function Skips() {
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

const TopLinks = cacheMarkup(function TopLinks(ways: NavState) {
  const t = usePage().words.frame;
  return (
    <>
      <a
        className="to-search"
        href="/search"
        aria-label={t.search}
        aria-current={ways.here === '/search' ? 'page' : undefined}
      >
        <Icon name="search" />
      </a>
      <NavLink to="/help" ways={ways}>
        {t.getHelp}
      </NavLink>
      <NavLink to="/events" ways={ways}>
        {t.events}
      </NavLink>
      <WorkLink ways={ways} />
      <NavLink to="/learn" ways={ways}>
        {t.learn}
      </NavLink>
      <NavLink to="/give" ways={ways}>
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

const FooterLinks = cacheMarkup(function FooterLinks(ways: NavState) {
  const t = usePage().words.frame;
  const others = [
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
      <WorkLink ways={ways} />
      {others.map(([to, name]) => (
        <NavLink key={to} to={to} ways={ways}>
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

function NavLink({ to, ways, children }: { to: string; ways: NavState; children: ReactNode }) {
  return (
    <a href={to} aria-current={ways.here === to ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** Links to the safety page first, and from within the opportunities directly to the list. */
function WorkLink({ ways }: { ways: NavState }) {
  return (
    <NavLink to={ways.inside ? '/opportunities' : '/work'} ways={ways}>
      {usePage().words.frame.work}
    </NavLink>
  );
}

/** The sign-in page redirects signed-in users to their account. */
function AccountLink({ ways }: { ways: NavState }) {
  const { signedIn, words } = usePage();
  return (
    <NavLink to="/sign-in" ways={ways}>
      {signedIn ? words.frame.yourAccount : words.frame.signIn}
    </NavLink>
  );
}

/** Hidden after a form on a quiet page, because the link would lose the typed values. */
function OtherLanguage() {
  const { words, locale, path, quiet, posted } = usePage();
  const other = locale === 'en' ? 'es' : 'en';
  if (quiet && posted) return null;
  return (
    <a className="language" href={withLanguage(path, other)} lang={other} hrefLang={other}>
      {words.frame.otherLanguage}
    </a>
  );
}
