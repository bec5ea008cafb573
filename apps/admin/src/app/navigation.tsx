import { useEffect, useId, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Me } from '../session/me';
import { useWords } from '../words/words';
import classes from './frame.module.css';
import { groups, home, type Place } from '../navigation/navigation-items';
import { useActionItemCounts } from './waiting';

interface NavigationProps {
  me: Me;
  onGo?: () => void;
}

export function Navigation({ me, onGo }: NavigationProps) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  const waiting = useActionItemCounts(me);
  // On a low screen the navigation scrolls, so the current area is scrolled into view.
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav aria-label={t.common.navigation} className={classes.nav} ref={nav}>
      <ul className={classes.places}>
        <PlaceLink place={home} onGo={onGo} />
      </ul>
      {groups.map(({ name, places }) => (
        <Group
          key={name}
          title={t.common.navGroups[name]}
          places={places.filter(({ opens }) => opens(me))}
          waiting={waiting}
          onGo={onGo}
        />
      ))}
    </nav>
  );
}

interface GroupProps {
  title: string;
  places: readonly Place[];
  waiting: ReadonlyMap<string, number>;
  onGo?: (() => void) | undefined;
}

function Group({ title, places, waiting, onGo }: GroupProps) {
  const id = useId();
  if (places.length === 0) return null;
  return (
    <div>
      <p id={id} className={classes.group}>
        {title}
      </p>
      <ul className={classes.places} aria-labelledby={id}>
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} count={waiting.get(place.to)} onGo={onGo} />
        ))}
      </ul>
    </div>
  );
}

function PlaceLink({
  place,
  count,
  onGo,
}: {
  place: Place;
  count?: number | undefined;
  onGo?: (() => void) | undefined;
}) {
  const { t } = useWords();
  const { to, name, Icon } = place;
  return (
    <li>
      <NavLink to={to} end={to === '/'} className={classes.place} onClick={onGo}>
        <Icon />
        {t.common.nav[name]}
        {count && (
          <span className={classes.waiting}>
            {count}
            <span className={classes.hidden}> {t.common.navWaiting}</span>
          </span>
        )}
      </NavLink>
    </li>
  );
}
