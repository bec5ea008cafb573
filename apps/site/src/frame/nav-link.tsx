import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { withLanguage } from './page-head';

/** Addresses may be personal and are not part of it. */
export interface NavState {
  currentPath: string | null;
  isInOpportunities: boolean;
}

export function NavLink({ to, navState, children }: { to: string; navState: NavState; children: ReactNode }) {
  return (
    <a href={to} aria-current={navState.currentPath === to ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** Links to the safety page first, and from within the opportunities directly to the list. */
export function WorkLink({ navState }: { navState: NavState }) {
  return (
    <NavLink to={navState.isInOpportunities ? '/opportunities' : '/work'} navState={navState}>
      {usePage().words.frame.work}
    </NavLink>
  );
}

/** Hidden after a form on a quiet page, because the link would lose the typed values. */
export function OtherLanguage() {
  const { words, locale, path, isQuiet, isFormPost } = usePage();
  const otherLocale = locale === 'en' ? 'es' : 'en';
  if (isQuiet && isFormPost) return null;
  return (
    <a className="language" href={withLanguage(path, otherLocale)} lang={otherLocale} hrefLang={otherLocale}>
      {words.frame.otherLanguage}
    </a>
  );
}
