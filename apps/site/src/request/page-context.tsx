import {
  catalogOf,
  fallbackLocale,
  localeOfLanguage,
  type Catalog,
  type HelpLine,
  type Language,
  type Locale,
} from '@upstander/web-kit';
import { cookieOf, type PageRequest } from './cookies';
import type { MarkupFragment } from './cached-markup';
import { isTranslated, languagesAt } from './locale';
import type { SiteContext, SiteOrganization } from './site-context';
import type { Stylesheet } from './site-routes';
import { createContext, useContext, type ReactNode } from 'react';

/** Facts about the page for all components, available even if all loaders failed. */
export interface PageFacts {
  /** Language of data and forms. */
  locale: Locale;
  /** Language of the texts. Differs from `locale` only on pages in a language that few pages have. */
  language: Language;
  /** Languages in which this page can be shown. */
  languages: readonly Language[];
  words: Catalog;
  organization: SiteOrganization;
  organizationName: string;
  contactEmail: string;
  /** Time zone of the organization, for dates without an event or fundraiser. */
  timeZone: string;
  publicUrl: string;
  requestId: string;
  /** Path and query without the language. */
  path: string;
  /** True for pages that reveal something about their reader. */
  isQuiet: boolean;
  /** True if the browser has a session, which may have expired. Never set on quiet pages. */
  signedIn: boolean;
  /** True if the page responds to a form. A link would lose the typed values. */
  isFormPost: boolean;
  /** Fields of the form, if the page must return them. */
  submittedFields: ReadonlyArray<readonly [string, string]>;
  now: Date;
  /** Returns true if a time has passed. Renderings that use it can be cached until the next such time. */
  isPast(instant: string | Date): boolean;
  /** Start of the current quarter hour, which is enough to know the date in every time zone. */
  quarter: Date;
  helpLines: readonly HelpLine[];
  sheet: Stylesheet;
  /** Cached fragments of this page, the end of its head first (request/cached-markup.tsx). */
  fragments: MarkupFragment[];
}

const quarterOfAnHour = 15 * 60_000;

const PageContext = createContext<PageFacts | null>(null);

export function PageProvider({ facts, children }: { facts: PageFacts; children: ReactNode }) {
  return <PageContext value={facts}>{children}</PageContext>;
}

/** Shows its children in English. */
export function EnglishProvider({ children }: { children: ReactNode }) {
  const page = usePage();
  const facts = Object.create(page, {
    language: { value: fallbackLocale },
    words: { value: catalogOf(fallbackLocale) },
  }) as PageFacts;
  return <PageProvider facts={facts}>{children}</PageProvider>;
}

export function isContentTranslated({ path, language }: Pick<PageFacts, 'path' | 'language'>): boolean {
  return isTranslated(path.split('?')[0] ?? path, language);
}

export function usePage(): PageFacts {
  const facts = useContext(PageContext);
  if (!facts) throw new Error('usePage outside a page.');
  return facts;
}

export function pageFacts(
  request: Omit<PageRequest, 'whole'>,
  language: Language,
  context: Pick<SiteContext, 'organization' | 'timeZone' | 'publicUrl' | 'requestId' | 'quiet'>,
  { helpLines, submittedFields }: Pick<PageFacts, 'helpLines' | 'submittedFields'>,
): Omit<PageFacts, 'sheet'> {
  const now = new Date();
  const url = new URL(request.url);
  url.searchParams.delete('lang');
  return {
    locale: localeOfLanguage(language),
    language,
    languages: languagesAt(url.pathname, context.organization.languages),
    words: catalogOf(language),
    organization: context.organization,
    organizationName: context.organization.name,
    contactEmail: context.organization.contactEmail,
    timeZone: context.timeZone,
    publicUrl: context.publicUrl,
    requestId: context.requestId,
    path: url.pathname + url.search,
    isQuiet: context.quiet,
    signedIn: cookieOf(request, 'session') !== '',
    isFormPost: request.method === 'POST',
    submittedFields,
    now,
    isPast: (instant) => new Date(instant) <= now,
    quarter: new Date(now.valueOf() - (now.valueOf() % quarterOfAnHour)),
    helpLines,
    fragments: [],
  };
}
