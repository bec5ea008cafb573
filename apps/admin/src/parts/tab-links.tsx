import { NavLink } from 'react-router';
import classes from './tab-links.module.css';

export interface TabLink {
  to: string;
  label: string;
  /** How many wait there; nothing is shown for none. */
  count?: number;
  end?: boolean;
}

/** The rooms of one part of the desk, as links: each has an address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      <ul className={classes.list}>
        {tabs.map(({ to, label: name, count = 0, end }) => (
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
