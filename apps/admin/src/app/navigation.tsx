import { NavLink } from 'react-router';
import { CalendarIcon, ChapterIcon, HomeIcon, MailIcon, PeopleIcon, PersonIcon } from '../parts/icons';
import type { Me } from '../session/me';
import { isAdmin, mayOrganize } from '../session/use-me';
import { useWords } from '../words/words';
import classes from './frame.module.css';

const places = [
  { to: '/', name: 'home', Icon: HomeIcon, opens: () => true },
  { to: '/events', name: 'events', Icon: CalendarIcon, opens: mayOrganize },
  { to: '/mail', name: 'mail', Icon: MailIcon, opens: isAdmin },
  { to: '/people', name: 'people', Icon: PeopleIcon, opens: isAdmin },
  { to: '/chapters', name: 'chapters', Icon: ChapterIcon, opens: isAdmin },
  { to: '/account', name: 'account', Icon: PersonIcon, opens: () => true },
] as const;

/** The parts of the desk that this person's roles open. */
export function Navigation({ me, onGo }: { me: Me; onGo?: () => void }) {
  const { t } = useWords();
  return (
    <nav aria-label={t.common.navigation}>
      <ul className={classes.places}>
        {places
          .filter(({ opens }) => opens(me))
          .map(({ to, name, Icon }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'} className={classes.place} onClick={onGo}>
                <Icon />
                {t.common.nav[name]}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
