import { createContext, use } from 'react';

interface PageAccess {
  /** False if the user can only view the page. Its header and lists then leave out their actions. */
  mayChange: boolean;
  /** False for pages that none of the user's roles includes. */
  mayOpen: (path: string) => boolean;
}

export const PageAccessContext = createContext<PageAccess>({ mayChange: true, mayOpen: () => true });

export function usePageAccess(): PageAccess {
  return use(PageAccessContext);
}
