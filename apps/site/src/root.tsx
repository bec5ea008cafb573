import type { ReactNode } from 'react';
import { isRouteErrorResponse, Outlet, useRouteError } from 'react-router';
import { isAway } from '@upstander/api-client';
import { Frame, hasHelpWithin } from './frame/frame';
import { Help } from './frame/help';
import { AwayPage } from './pages/away-page';
import { FaultPage, LinkClosedPage, NotFoundPage } from './pages/error-pages';
import { isBehindLink } from './request/here-of';
import { usePage } from './request/page-context';
import { remembered, roomInHead } from './request/remembered';
import type { Sheet } from './request/site-routes';
import figtree from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url';
import campaign from './styles/campaign.css?url';
import handout from './styles/handout.css?url';
import index from './styles/index.css?url';
import reading from './styles/reading.css?url';
import workshop from './styles/workshop.css?url';

const sheets = { index, reading, campaign, handout, workshop };

/**
 * Every page: the document, its stylesheet, the frame. There is no <Scripts/>: the site works without any. The one script
 * is that of the quick way out; a quiet page waits for it, because the script may have to leave before anything is seen.
 */
export function Layout({ children }: { children: ReactNode }) {
  const { locale, quiet, sheet } = usePage();
  return (
    <html lang={locale} data-quiet={quiet || undefined}>
      <head>
        {/* Here, where React puts it first: a browser looks for it in the first 1,024 bytes only. */}
        <meta charSet="utf-8" />
        <Head quiet={quiet} sheet={sheet} />
        {roomInHead}
      </head>
      <body>
        <Frame>{children}</Frame>
      </body>
    </html>
  );
}

const Head = remembered(function Head({ quiet, sheet }: { quiet: boolean; sheet: Sheet }) {
  return (
    <>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f3" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#151917" />
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      {/* A quiet page offers nobody to keep the site on their phone. */}
      {!quiet && <link rel="manifest" href="/site.webmanifest" />}
      <link rel="stylesheet" href={sheets[sheet]} />
      <link rel="preload" as="font" type="font/woff2" href={figtree} crossOrigin="" />
      <script src="/leave.js" async={!quiet} />
    </>
  );
});

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const { path } = usePage();
  return (
    <>
      <WhatFailed />
      {/* The page that would have the lines in its middle is not there. */}
      {hasHelpWithin(path) && <Help />}
    </>
  );
}

function WhatFailed() {
  const error = useRouteError();
  const { path } = usePage();
  if (isAway(error)) return <AwayPage />;
  if (isRouteErrorResponse(error) && error.status === 404) {
    return isBehindLink(path) ? <LinkClosedPage /> : <NotFoundPage />;
  }
  return <FaultPage badRequest={isRouteErrorResponse(error) && error.status < 500} />;
}
