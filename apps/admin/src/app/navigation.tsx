import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { BackIcon } from '../parts/ui/icons';
import type { Me } from '../session/me';
import { useWords } from '../words/words';
import classes from './frame.module.css';
import { customScreensFor, screenAt, sectionsFor, type NavScreen, type Section } from '../navigation/sections';
import { useActionItemCounts } from '../navigation/waiting';

interface NavigationProps {
  me: Me;
  onGo?: () => void;
  /** Shows the screens of the current section below its entry. */
  hasScreens?: boolean;
}

export function Navigation({ me, onGo, hasScreens = false }: NavigationProps) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  const counts = useActionItemCounts(me);
  const customScreens = customScreensFor(me);
  const sections = customScreens.length > 0 ? [] : sectionsFor(me);
  const current = screenAt(pathname, customScreens.length > 0 ? [{ screens: customScreens }] : sections);
  // On a low screen the navigation scrolls, so the current entry is scrolled into view.
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav aria-label={t.common.navigation} className={classes.nav} ref={nav}>
      <ul className={classes.places}>
        {sections.map((section) => (
          <SectionEntry
            key={section.name}
            section={section}
            current={current}
            counts={counts}
            hasScreens={hasScreens}
            onGo={onGo}
          />
        ))}
        {customScreens.map((screen) => (
          <li key={screen.to}>
            <Link
              to={screen.to}
              className={classes.place}
              aria-current={screen.to === current?.to ? 'page' : undefined}
              onClick={onGo}
            >
              <screen.Icon />
              {t.common.nav[screen.name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SectionEntryProps {
  section: Section;
  current: NavScreen | undefined;
  counts: ReadonlyMap<string, number>;
  hasScreens: boolean;
  onGo: (() => void) | undefined;
}

function SectionEntry({ section, current, counts, hasScreens, onGo }: SectionEntryProps) {
  const { t } = useWords();
  const { name, Icon, screens } = section;
  const [first] = screens;
  if (!first) return null;
  const isCurrent = current !== undefined && screens.includes(current);
  const isOpen = hasScreens && isCurrent && screens.length > 1;
  const subScreens = screens.filter(({ isOverview }) => !isOverview);
  return (
    <li>
      <Link
        to={first.to}
        className={classes.place}
        aria-current={isCurrent ? (isOpen && !current.isOverview ? 'true' : 'page') : undefined}
        onClick={onGo}
      >
        <Icon />
        {t.common.sections[name]}
        <Count count={screens.reduce((sum, { to }) => sum + (counts.get(to) ?? 0), 0)} />
      </Link>
      {isOpen && (
        <ul className={classes.screens} aria-label={t.common.sections[name]}>
          {subScreens.map((screen) => (
            <li key={screen.to}>
              <Link
                to={screen.to}
                className={classes.screen}
                aria-current={screen === current ? 'page' : undefined}
                onClick={onGo}
              >
                {t.common.nav[screen.name]}
                <Count count={counts.get(screen.to) ?? 0} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Count({ count }: { count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <span className={classes.waiting}>
      {count}
      <span className={classes.hidden}> {t.common.navWaiting}</span>
    </span>
  );
}

/** On screens without the sidebar, the second level is above the list: tabs, or a link to the section's overview. */
export function SectionTabs({ me }: { me: Me }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  const counts = useActionItemCounts(me);
  const sections = customScreensFor(me).length > 0 ? [] : sectionsFor(me);
  const current = screenAt(pathname, sections);
  const section = sections.find(({ screens }) => current && screens.includes(current));
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && link)
      nav.current.scrollLeft = link.offsetLeft - (nav.current.clientWidth - link.offsetWidth) / 2;
  }, [pathname]);
  // Pages below a list link back to it themselves.
  if (!section || section.screens.length < 2 || current?.to !== pathname || current.isOverview) return null;
  const overview = section.screens.find(({ isOverview }) => isOverview);
  return (
    <nav aria-label={t.common.sections[section.name]} className={classes.tabs} ref={nav}>
      {overview ? (
        <Link to={overview.to} className={classes.tab}>
          <BackIcon size={16} />
          {t.common.nav[overview.name]}
        </Link>
      ) : (
        <ul>
          {section.screens.map((screen) => (
            <li key={screen.to}>
              <Link to={screen.to} className={classes.tab} aria-current={screen === current ? 'page' : undefined}>
                {t.common.nav[screen.name]}
                <Count count={counts.get(screen.to) ?? 0} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
