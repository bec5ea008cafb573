import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { Help } from './help';
import { Logo } from './icons';
import { ExitLink, LeavingState } from './leaving';
import { withLanguage } from './page-head';

/** What is around every page: the way out, the way in, the help lines, the other language. */
export function Frame({ children }: { children: ReactNode }) {
  const { words, organisationName, contactEmail, quiet } = usePage();
  const t = words.frame;
  return (
    <>
      <header className="top">
        <a className="skip" href="#content">
          {t.skipToContent}
        </a>
        <a className="skip" href="/leave" rel="nofollow">
          {t.skipToExit}
        </a>
        <div className="wide">
          <a className="brand" href="/" aria-label={t.homeLink(organisationName)}>
            <Logo />
            <span>{organisationName}</span>
          </a>
          <nav aria-label={t.mainNavigation}>
            <Way to="/events">{t.events}</Way>
            <Way to="/fundraisers">{t.fundraisers}</Way>
            <WorkWay />
            <a href="#help">{t.getHelp}</a>
            {/* A quiet page knows nobody, and asks nobody who they are. */}
            {!quiet && <AccountWay />}
            <OtherLanguage />
          </nav>
          <ExitLink />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Help />
      <footer className="wide foot">
        <p className="foot-name">
          {organisationName}. {t.footerLead}
        </p>
        <p>
          <WorkWay />
          <Way to="/talk">{t.talk}</Way>
          <Way to="/giving">{t.myGiving}</Way>
          <Way to="/business">{t.forBusinesses}</Way>
          <Way to="/using-this-site">{t.usingThisSite}</Way>
          <Way to="/privacy">{t.privacy}</Way>
          <OtherLanguage />
          <a href="/leave" rel="nofollow">
            {t.skipToExit}
          </a>
        </p>
        <p className="small">
          {t.writeToUs} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
        <p className="small">{t.exitHonest}</p>
        <p className="small">{t.poweredBy}</p>
      </footer>
      <LeavingState />
    </>
  );
}

function Way({ to, children }: { to: string; children: ReactNode }) {
  const here = usePage().path.split('?')[0] === to;
  return (
    <a href={to} aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** The first time by the page that says how to look around safely; from there on straight to the offers. */
function WorkWay() {
  const { path, words } = usePage();
  const inside = path.startsWith('/opportunities');
  return <Way to={inside ? '/opportunities' : '/work'}>{words.frame.work}</Way>;
}

/** The sign-in page leads whoever is signed in to the page that is theirs. */
function AccountWay() {
  const { signedIn, words } = usePage();
  return <Way to="/sign-in">{signedIn ? words.frame.yourAccount : words.frame.signIn}</Way>;
}

/** Not beside the answer to a form on a quiet page: following it would lose what was typed there. */
function OtherLanguage() {
  const { words, locale, path, quiet, posted } = usePage();
  const other = locale === 'en' ? 'es' : 'en';
  if (quiet && posted) return null;
  return (
    <a href={withLanguage(path, other)} lang={other} hrefLang={other}>
      {words.frame.otherLanguage}
    </a>
  );
}
