import { createContext, use, type ReactNode } from 'react';
import { canManage, useMe, type Area } from '../../session/use-me';

interface PageAccess {
  /** False if the user can only view the page. Its header, sections, lists and forms then leave out their actions. */
  mayChange: boolean;
  /** False for pages that none of the user's roles includes. */
  mayOpen: (path: string) => boolean;
}

export const PageAccessContext = createContext<PageAccess>({ mayChange: true, mayOpen: () => true });

export function usePageAccess(): PageAccess {
  return use(PageAccessContext);
}

/** Controls that change something, for users who can do more than view the page. */
export function IfMayChange({ children }: { children: ReactNode }) {
  return usePageAccess().mayChange && children;
}

/** Part of a page with records of another area, for example the hours of a volunteer, or with work of every role. */
export function AreaPart({ area, children }: { area: Area | 'every'; children: ReactNode }) {
  const { mayOpen } = usePageAccess();
  const me = useMe();
  const mayChange = area === 'every' || canManage(me, area);
  return <PageAccessContext value={{ mayChange, mayOpen }}>{children}</PageAccessContext>;
}
