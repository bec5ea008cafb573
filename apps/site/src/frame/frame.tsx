import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { Help } from './help';
import { Icon, Logo } from './icons';
import { withLanguage } from './page-head';

/** What is around every page: the way out, the way in, the help lines, the other language. */
export function Frame({ children }: { children: ReactNode }) {
  const { words, organisationName, locale, path } = usePage();
  const t = words.frame;
  const other = locale === 'en' ? 'es' : 'en';
  const isHere = (address: string): 'page' | undefined => (path.split('?')[0] === address ? 'page' : undefined);
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
            <a href="/events" aria-current={isHere('/events')}>
              {t.events}
            </a>
            <a href="/fundraisers" aria-current={isHere('/fundraisers')}>
              {t.fundraisers}
            </a>
            <a href="#help">{t.getHelp}</a>
            <a href={withLanguage(path, other)} lang={other} hrefLang={other}>
              {t.otherLanguage}
            </a>
          </nav>
          <a className="exit" href="/leave" rel="nofollow" title={t.exitHint}>
            <Icon name="exit" />
            {t.exit}
          </a>
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
          <a href="/giving" aria-current={isHere('/giving')}>
            {t.myGiving}
          </a>
          <a href="/privacy" aria-current={isHere('/privacy')}>
            {t.privacy}
          </a>
          <a href={withLanguage(path, other)} lang={other} hrefLang={other}>
            {t.otherLanguage}
          </a>
          <a href="/leave" rel="nofollow">
            {t.skipToExit}
          </a>
        </p>
        <p className="small">{t.exitHonest}</p>
        <p className="small">{t.poweredBy}</p>
      </footer>
    </>
  );
}
