import { createContext, use, type ReactNode } from 'react';

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
