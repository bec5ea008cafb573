import type { ReactNode } from 'react';
import { PageAccessContext, usePageAccess } from '../parts/ui/page-access';
import { canManage, useMe, type Area } from './use-me';

/** Part of a page with records of another area, for example the hours of a volunteer, or with work of every role. */
export function AreaPart({ area, children }: { area: Area | 'every'; children: ReactNode }) {
  const { mayOpen } = usePageAccess();
  const me = useMe();
  const mayChange = area === 'every' || canManage(me, area);
  return <PageAccessContext value={{ mayChange, mayOpen }}>{children}</PageAccessContext>;
}
