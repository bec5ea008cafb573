import { Alert, Button } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { PrintIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { useWords } from '../words/words';
import classes from './badge-sheet.module.css';
import { rosterEventQuery, rosterQuery, type RosterEvent } from './queries';
import type { RosterEntry } from './roster';

/** The most people the API answers in one page; a larger event says so instead of leaving somebody out in silence. */
const most = 100;
/** As many as there are on a sheet of letter or A4: two beside each other, four below each other. */
const onSheet = 8;

interface NameBadge {
  key: string;
  /** Empty for a guest whose name nobody said: somebody writes it there. */
  name: string;
  role: string;
}

/** Name badges to cut out: everybody with a place and their guests, by name. */
export function BadgeSheet() {
  const { t } = useWords('roster');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(rosterEventQuery, { id });
  const event = data?.manageEvent;
  const say = t.roster.badges;
  if (!event) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what={say.what} />;
  return (
    <div className={classes.page}>
      <PageHeader
        title={`${say.title}: ${event.title}`}
        lead={say.lead}
        back={{ to: `/events/${id}/print`, label: say.back }}
      >
        <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
          {t.roster.print.button}
        </Button>
      </PageHeader>
      <Badges event={event} />
    </div>
  );
}

function Badges({ event }: { event: RosterEvent }) {
  const { t } = useWords('roster');
  const { data, error, refetch } = useRead(rosterQuery, {
    eventId: event.id,
    filter: { status: ['CONFIRMED', 'OFFERED', 'CHECKED_IN', 'COMPLETED'] },
    first: most,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what={t.roster.badges.what} lines={3} />;
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));
  const badges = badgesOf(
    data.roster.edges.map(({ node }) => node),
    (shiftId) => roles.get(shiftId) ?? '',
  );
  return (
    <>
      {data.roster.pageInfo.hasNextPage && <Alert color="amber">{t.roster.print.incomplete({ most })}</Alert>}
      {badges.length === 0 && <p>{t.roster.print.nobody}</p>}
      {sheetsOf(badges).map((sheet) => (
        <ul key={sheet[0]?.key} className={classes.sheet}>
          {sheet.map(({ key, name, role }) => (
            <li key={key} className={classes.badge}>
              <span className={classes.event}>{event.title}</span>
              <b className={classes.name}>{name}</b>
              <span className={classes.role}>{role}</span>
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}

/** Somebody with two shifts wears one badge; each guest has their own, behind their host. */
function badgesOf(people: readonly RosterEntry[], roleOf: (shiftId: string) => string): NameBadge[] {
  const byPerson = new Map<string, RosterEntry[]>();
  for (const one of people) {
    const person = one.email ?? one.volunteerId ?? one.id;
    byPerson.set(person, [...(byPerson.get(person) ?? []), one]);
  }
  return [...byPerson.values()]
    .sort(([a], [b]) => a!.name.localeCompare(b!.name))
    .flatMap((signups) => {
      const [first] = signups;
      const role = [...new Set(signups.map(({ shiftId }) => roleOf(shiftId)))].join(', ');
      const most = signups.reduce((one, other) => (other.guests > one.guests ? other : one), first!);
      const guests = Array.from({ length: most.guests }, (_, nth) => ({
        key: `${most.id}-${nth}`,
        name: most.guestNames[nth] ?? '',
        role,
      }));
      return [{ key: first!.id, name: first!.name, role }, ...guests];
    });
}

function sheetsOf(badges: readonly NameBadge[]): NameBadge[][] {
  return Array.from({ length: Math.ceil(badges.length / onSheet) }, (_, nth) =>
    badges.slice(nth * onSheet, (nth + 1) * onSheet),
  );
}
