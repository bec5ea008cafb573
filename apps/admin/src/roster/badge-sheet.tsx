import { Alert, Button } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { PrintIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { useWords } from '../words/words';
import classes from './badge-sheet.module.css';
import { rosterEventQuery, rosterQuery, type RosterEvent } from './queries';
import type { RosterEntry } from './roster';

/** Maximum page size of the API. Larger events show a notice, so that no one is omitted silently. */
const maxBadges = 100;
/** Badges per sheet of letter or A4: two columns, four rows. */
const onSheet = 8;

interface NameBadge {
  key: string;
  /** Empty for a guest without a name, to be filled in by hand. */
  name: string;
  role: string;
}

export function BadgeSheet() {
  const { t } = useWords('roster');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(rosterEventQuery, { id });
  const event = data?.manageEvent;
  const labels = t.roster.badges;
  if (!event) return <Pending error={error} retry={refetch} noun={labels.what} />;
  return (
    <div className={classes.page}>
      <PageHeader
        title={`${labels.title}: ${event.title}`}
        lead={labels.lead}
        back={{ to: `/events/${id}/print`, label: labels.back }}
      >
        <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
          {t.common.print}
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
    first: maxBadges,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading noun={t.roster.badges.what} lines={3} />;
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));
  const badges = badgesOf(
    data.roster.edges.map(({ node }) => node),
    (shiftId) => roles.get(shiftId) ?? '',
  );
  return (
    <>
      {data.roster.pageInfo.hasNextPage && (
        <Alert color="amber">{t.roster.print.incomplete({ most: maxBadges })}</Alert>
      )}
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

/** Returns one badge per volunteer, even with two shifts, followed by one per guest. */
function badgesOf(people: readonly RosterEntry[], roleOf: (shiftId: string) => string): NameBadge[] {
  const entriesByPerson = new Map<string, RosterEntry[]>();
  for (const entry of people) {
    const person = entry.email ?? entry.volunteerId ?? entry.id;
    entriesByPerson.set(person, [...(entriesByPerson.get(person) ?? []), entry]);
  }
  return [...entriesByPerson.values()]
    .sort(([a], [b]) => a!.name.localeCompare(b!.name))
    .flatMap((signups) => {
      const [firstSignup] = signups;
      const role = [...new Set(signups.map(({ shiftId }) => roleOf(shiftId)))].join(', ');
      const largestSignup = signups.reduce(
        (largest, signup) => (signup.guests > largest.guests ? signup : largest),
        firstSignup!,
      );
      const guests = Array.from({ length: largestSignup.guests }, (_, index) => ({
        key: `${largestSignup.id}-${index}`,
        name: largestSignup.guestNames[index] ?? '',
        role,
      }));
      return [{ key: firstSignup!.id, name: firstSignup!.name, role }, ...guests];
    });
}

function sheetsOf(badges: readonly NameBadge[]): NameBadge[][] {
  return Array.from({ length: Math.ceil(badges.length / onSheet) }, (_, index) =>
    badges.slice(index * onSheet, (index + 1) * onSheet),
  );
}
