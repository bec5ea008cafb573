import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { usePageAccess } from './page-access';
import classes from './tab-links.module.css';

export interface TabLink {
  to: string;
  label: string;
  /** Badge with a count. Hidden if zero. */
  count?: number;
  end?: boolean;
}

export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const { mayOpen } = usePageAccess();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // Not all tabs fit on a phone, so the current one is scrolled into view.
  useEffect(() => {
    const currentLink = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && currentLink)
      nav.current.scrollLeft = currentLink.offsetLeft - (nav.current.clientWidth - currentLink.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav aria-label={label} className={classes.tabs} ref={nav}>
      <ul className={classes.list}>
        {tabs
          .filter(({ to }) => mayOpen(to))
          .map(({ to, label: name, count = 0, end }) => (
            <li key={to}>
              <NavLink to={to} end={end ?? false} className={classes.tab} preventScrollReset>
                {name}
                {count > 0 && <span className={classes.count}>{count}</span>}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
