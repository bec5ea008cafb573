import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { htmlLang, ownName } from '@upstander/web-kit';
import { withLanguage } from '../request/locale';
import { useHasPage } from '../request/features';

/** Addresses may be personal and are not part of it. */
export interface NavState {
  currentPath: string | null;
  isInOpportunities: boolean;
}

/** Hidden if this installation doesn't have the page. */
export function NavLink({ to, navState, children }: { to: string; navState: NavState; children: ReactNode }) {
  const hasPage = useHasPage();
  if (!hasPage(to)) return null;
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

/** Hidden after a form on a quiet page, because the links would lose the typed values. */
export function OtherLanguages() {
  const { language, languages, path, isQuiet, isFormPost } = usePage();
  if (isQuiet && isFormPost) return null;
  return languages
    .filter((other) => other !== language)
    .map((other) => (
      <a
        key={other}
        className="language"
        href={withLanguage(path, other)}
        lang={htmlLang(other)}
        hrefLang={htmlLang(other)}
      >
        {ownName(other)}
      </a>
    ));
}
