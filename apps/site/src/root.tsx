import type { ReactNode } from 'react';
import { isRouteErrorResponse, Outlet, useRouteError } from 'react-router';
import { isDatabaseFailure } from '@upstander/api-client';
import { fallbackLocale, htmlLang } from '@upstander/web-kit';
import { Frame, hasHelpWithin } from './frame/frame';
import { Help } from './frame/help';
import { pageTransition } from './frame/page-transition';
import { UnavailablePage } from './pages/unavailable-page';
import { FaultPage, LinkClosedPage, NotFoundPage } from './pages/error-pages';
import { isBehindLink } from './request/page-path';
import { EnglishProvider, isContentTranslated, usePage } from './request/page-context';
import { cacheMarkup, headPlaceholder } from './request/cached-markup';
import type { Stylesheet } from './request/site-routes';
import newsreader from '@upstander/web-kit/newsreader-500.woff2?url';
import figtree from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url';
import campaign from './styles/campaign.css?url';
import handout from './styles/handout.css?url';
import front from './styles/front.css?url';
import index from './styles/index.css?url';
import reading from './styles/reading.css?url';
import give from './styles/give.css?url';
import workshop from './styles/workshop.css?url';

const stylesheets = { index, front, reading, campaign, give, handout, workshop };

/**
 * There is no <Scripts/>, because the site works without scripts. The only script is the quick exit; quiet pages block
 * on it, because it may have to leave before anything is visible.
 */
export function Layout({ children }: { children: ReactNode }) {
  const { language, isQuiet, sheet } = usePage();
  return (
    <html lang={htmlLang(language)} data-quiet={isQuiet || undefined}>
      <head>
        {/* React puts it first here: browsers look for it only in the first 1,024 bytes. */}
        <meta charSet="utf-8" />
        <Head isQuiet={isQuiet} stylesheet={sheet} />
        {headPlaceholder}
      </head>
      <body>
        <Frame>{children}</Frame>
      </body>
    </html>
  );
}

const Head = cacheMarkup(function Head({ isQuiet, stylesheet }: { isQuiet: boolean; stylesheet: Stylesheet }) {
  const { colorsPath } = usePage().organization;
  return (
    <>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f3" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#151917" />
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      {/* Quiet pages don't offer to be added to the home screen. */}
      {!isQuiet && <link rel="manifest" href="/site.webmanifest" />}
      <link rel="stylesheet" href={stylesheets[stylesheet]} />
      {!isQuiet && colorsPath !== null && <link rel="stylesheet" href={colorsPath} />}
      {!isQuiet && <style dangerouslySetInnerHTML={{ __html: pageTransition }} />}
      {[figtree, newsreader].map((font) => (
        <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="" />
      ))}
      <script src="/leave.js" async={!isQuiet} />
    </>
  );
});

/** Pages without a translation are in English, inside a frame in the reader's language. */
export default function App() {
  const page = usePage();
  if (isContentTranslated(page)) return <Outlet />;
  return (
    <>
      <p className="wide small">{page.words.notTranslated}</p>
      <div className="untranslated" lang={fallbackLocale}>
        <EnglishProvider>
          <Outlet />
        </EnglishProvider>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  const { path } = usePage();
  return (
    <>
      <FailedPage />
      {/* The help or search page, which would show the lines itself, failed. */}
      {hasHelpWithin(path) && <Help />}
    </>
  );
}

function FailedPage() {
  const error = useRouteError();
  const { path } = usePage();
  if (isDatabaseFailure(error)) return <UnavailablePage />;
  if (isRouteErrorResponse(error) && error.status === 404) {
    return isBehindLink(path) ? <LinkClosedPage /> : <NotFoundPage />;
  }
  return <FaultPage badRequest={isRouteErrorResponse(error) && error.status < 500} />;
}
