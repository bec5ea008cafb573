import { catalogueOf, type Catalogue, type HelpLine, type Locale } from '@upstander/web-kit';
import { cookieOf, type PageAsked } from './cookies';
import type { Piece } from './remembered';
import type { SiteContext } from './site-context';
import type { Sheet } from './site-routes';
import { createContext, useContext, type ReactNode } from 'react';

/** What every component may know of the page it is on. It is there even when every loader failed. */
export interface PageFacts {
  locale: Locale;
  words: Catalogue;
  organisationName: string;
  contactEmail: string;
  /** Of the organisation: days that belong to no event and no fundraiser are told in it. */
  timeZone: string;
  publicUrl: string;
  requestId: string;
  /** Path and query of this page, without the language. */
  path: string;
  /** A page that tells something about whoever reads it. */
  quiet: boolean;
  /** The browser brings a session, which may have ended meanwhile; never on a quiet page. */
  signedIn: boolean;
  /** It is the answer to a form: another address would lose what was typed. */
  posted: boolean;
  /** What was in that form, where the answer has to give all of it back. */
  sent: ReadonlyArray<readonly [string, string]>;
  now: Date;
  /** Whether this instant has been: a drawing that asks this way may be kept until one of its instants is past. */
  isPast(instant: string | Date): boolean;
  /** When the quarter of an hour began that we are in: in every zone, enough to know the day. */
  quarter: Date;
  /** Where somebody in need can call or write to, as it is known now. */
  helpLines: readonly HelpLine[];
  /** The stylesheet this page needs. */
  sheet: Sheet;
  /** The site this page is of. */
  site: object;
  /** What was drawn before and has its place in this page, the end of its head first: request/remembered.tsx. */
  pieces: Piece[];
}

const quarterOfAnHour = 15 * 60_000;

const PageContext = createContext<PageFacts | null>(null);

export function PageProvider({ facts, children }: { facts: PageFacts; children: ReactNode }) {
  return <PageContext value={facts}>{children}</PageContext>;
}

export function usePage(): PageFacts {
  const facts = useContext(PageContext);
  if (!facts) throw new Error('usePage outside a page.');
  return facts;
}

/** The facts of a request's page. */
export function pageFacts(
  request: Omit<PageAsked, 'whole'>,
  locale: Locale,
  context: Pick<SiteContext, 'organisationName' | 'contactEmail' | 'timeZone' | 'publicUrl' | 'requestId' | 'quiet'>,
  { site, helpLines, sent }: Pick<PageFacts, 'site' | 'helpLines' | 'sent'>,
): Omit<PageFacts, 'sheet'> {
  const now = new Date();
  const url = new URL(request.url);
  url.searchParams.delete('lang');
  return {
    locale,
    words: catalogueOf(locale),
    organisationName: context.organisationName,
    contactEmail: context.contactEmail,
    timeZone: context.timeZone,
    publicUrl: context.publicUrl,
    requestId: context.requestId,
    path: url.pathname + url.search,
    quiet: context.quiet,
    signedIn: cookieOf(request, 'session') !== '',
    posted: request.method === 'POST',
    sent,
    now,
    isPast: (instant) => new Date(instant) <= now,
    quarter: new Date(now.valueOf() - (now.valueOf() % quarterOfAnHour)),
    helpLines,
    site,
    pieces: [],
  };
}
