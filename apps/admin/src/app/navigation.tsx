import { useEffect, useId, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import {
  BankIcon,
  BookIcon,
  BriefcaseIcon,
  BuildingIcon,
  CalendarIcon,
  ChapterIcon,
  ChartIcon,
  EyeIcon,
  FlagIcon,
  HandsIcon,
  HeartIcon,
  HomeIcon,
  InboxIcon,
  KeyIcon,
  MailIcon,
  MatchIcon,
  PeopleIcon,
  PersonIcon,
  ReceiptIcon,
  RepeatIcon,
  ScaleIcon,
  SendIcon,
  ShieldIcon,
  TalkIcon,
  TickIcon,
} from '../parts/ui/icons';
import type { Me } from '../session/me';
import {
  isAdmin,
  isAdvocate,
  mayModerate,
  mayOrganize,
  seesFundraisers,
  seesMoney,
  seesTrail,
} from '../session/use-me';
import { useWords } from '../words/words';
import classes from './frame.module.css';
import { useWaiting } from './waiting';

const anybody = () => true;
const home = { to: '/', name: 'home', Icon: HomeIcon, opens: anybody } as const;

const groups = [
  {
    name: 'volunteering',
    places: [
      { to: '/events', name: 'events', Icon: CalendarIcon, opens: mayOrganize },
      { to: '/volunteers', name: 'volunteers', Icon: HandsIcon, opens: mayOrganize },
    ],
  },
  {
    name: 'fundraising',
    places: [
      { to: '/fundraisers', name: 'fundraisers', Icon: FlagIcon, opens: seesFundraisers },
      { to: '/beneficiaries', name: 'beneficiaries', Icon: HandsIcon, opens: seesMoney },
      { to: '/donations', name: 'donations', Icon: HeartIcon, opens: seesMoney },
      { to: '/plans', name: 'plans', Icon: RepeatIcon, opens: seesMoney },
      { to: '/disputes', name: 'disputes', Icon: ScaleIcon, opens: seesMoney },
      { to: '/receipts', name: 'receipts', Icon: ReceiptIcon, opens: seesMoney },
      { to: '/matching', name: 'matching', Icon: MatchIcon, opens: seesMoney },
      { to: '/disbursements', name: 'disbursements', Icon: SendIcon, opens: seesMoney },
      { to: '/reconciliation', name: 'reconciliation', Icon: BankIcon, opens: seesMoney },
      { to: '/ledger', name: 'ledger', Icon: BookIcon, opens: seesMoney },
    ],
  },
  {
    name: 'opportunities',
    places: [
      { to: '/approvals', name: 'approvals', Icon: TickIcon, opens: mayModerate },
      { to: '/businesses', name: 'businesses', Icon: BuildingIcon, opens: mayModerate },
      { to: '/opportunities', name: 'opportunities', Icon: BriefcaseIcon, opens: mayModerate },
    ],
  },
  {
    name: 'advocacy',
    places: [
      { to: '/applications', name: 'applications', Icon: InboxIcon, opens: isAdvocate },
      { to: '/consultations', name: 'consultations', Icon: TalkIcon, opens: isAdvocate },
      { to: '/keys', name: 'keys', Icon: KeyIcon, opens: isAdvocate },
    ],
  },
  {
    name: 'organization',
    places: [
      { to: '/trail', name: 'trail', Icon: EyeIcon, opens: seesTrail },
      { to: '/report', name: 'report', Icon: ChartIcon, opens: seesTrail },
      { to: '/mail', name: 'mail', Icon: MailIcon, opens: isAdmin },
      { to: '/people', name: 'people', Icon: PeopleIcon, opens: isAdmin },
      { to: '/security', name: 'security', Icon: ShieldIcon, opens: isAdmin },
      { to: '/chapters', name: 'chapters', Icon: ChapterIcon, opens: isAdmin },
      { to: '/account', name: 'account', Icon: PersonIcon, opens: anybody },
    ],
  },
] as const;

type Place = typeof home | (typeof groups)[number]['places'][number];

interface NavigationProps {
  me: Me;
  onGo?: () => void;
}

/** The parts of the desk that this person's roles open. */
export function Navigation({ me, onGo }: NavigationProps) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  const waiting = useWaiting(me);
  // There are more parts than fit on a low screen: the one that is open is always in sight.
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
