import { phoneText } from '@upstander/web-kit';
import { Alert, Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { membersOf } from '../groups/group-members';
import { Failure } from '../parts/ui/failure';
import { PeopleIcon, PrintIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { day, timesText } from '../parts/ui/dates';
import { guestsText } from '../parts/ui/guests-text';
import { useWords } from '../words/words';
import classes from './print-sheet.module.css';
import { rosterEventQuery, rosterQuery, type RosterEvent, type RosterShift } from './queries';
import type { RosterEntry } from './roster';

/** Maximum page size of the API. Larger shifts show a notice, so that no one is omitted silently. */
const pageSize = 100;

export function PrintSheet() {
  const { t } = useWords('roster');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(rosterEventQuery, { id });
  const event = data?.manageEvent;
  if (!event) return <Pending error={error} retry={refetch} noun={t.roster.print.what} />;
  return (
    <div className={classes.sheet}>
      <PageHeader
        title={`${t.shared.printSheet}: ${event.title}`}
        lead={t.roster.print.lead}
        back={{ to: `/events/${id}`, label: t.common.backToEvent }}
      >
        <Button variant="default" leftSection={<PeopleIcon />} component={Link} to={`/events/${id}/badges`}>
          {t.roster.badges.title}
        </Button>
        <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
          {t.common.print}
        </Button>
      </PageHeader>
      {event.shifts.map((shift) => (
        <ShiftSheet key={shift.id} event={event} shift={shift} />
      ))}
    </div>
  );
}

function ShiftSheet({ event, shift }: { event: RosterEvent; shift: RosterShift }) {
  const { t, locale } = useWords('roster');
  const { data, error } = useRead(rosterQuery, {
    eventId: event.id,
    filter: { shiftId: shift.id, status: ['CONFIRMED', 'OFFERED', 'CHECKED_IN', 'COMPLETED'] },
    first: pageSize,
  });
  const people = data?.roster.edges.map(({ node }) => node) ?? [];
  return (
    <section className={classes.shift} aria-labelledby={`sheet-${shift.id}`}>
      <h2 id={`sheet-${shift.id}`} className={classes.title}>
        {event.title}: {shift.role}
      </h2>
      <p className={classes.when}>
        {day(locale, shift.startsAt, event.timeZone)}, {timesText(locale, shift, event.timeZone)}
        {event.place && ` · ${event.place}`} · {t.common.fill({ taken: shift.taken, capacity: shift.capacity })}
      </p>
      {error && <Failure error={error} />}
      {!data && !error && <Loading noun={t.roster.print.what} lines={3} />}
      {data?.roster.pageInfo.hasNextPage && (
        <Alert color="amber">{t.roster.print.incomplete({ most: pageSize })}</Alert>
      )}
      {data && people.length === 0 && <p>{t.roster.print.nobody}</p>}
      {data && <People people={people} label={shift.role} title={`${event.title}: ${shift.role}`} />}
      <p className={classes.shred}>{t.roster.print.shred}</p>
    </section>
  );
}

/** Empty rows at the end of each shift, to write down walk-ins. */
const blankRows = 6;

function People({ people, label, title }: { people: readonly RosterEntry[]; label: string; title: string }) {
  const { t } = useWords('groups', 'roster');
  const { print } = t.roster;
  const sorted = [...people].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        {/* Repeated at the top of each sheet of paper. On the screen the page heading says it. */}
        <tr className={classes.running} aria-hidden="true">
          <td colSpan={6}>{title}</td>
        </tr>
        <tr>
          <th scope="col">{t.common.name}</th>
          <th scope="col">{t.common.phone}</th>
          <th scope="col" className={classes.time}>
            {print.timeIn}
          </th>
          <th scope="col" className={classes.time}>
            {print.timeOut}
          </th>
          <th scope="col" className={classes.signature}>
            {t.shared.signature}
          </th>
          <th scope="col" className={classes.notes}>
            {t.common.notes}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.flatMap((entry) => [
          <tr key={entry.id}>
            <th scope="row">
              {entry.groupName === null ? entry.name : `${entry.groupName}: ${entry.name}`}
              {entry.isMinor && <strong className={classes.minor}>{t.shared.under18}</strong>}
            </th>
            <td className={classes.phone}>{entry.phone && phoneText(entry.phone)}</td>
            <td className={classes.time} />
            <td className={classes.time} />
            <td className={classes.signature} />
            <td className={classes.notes}>
              {[
                entry.groupName === null ? guestsText(t, entry) : t.groups.size({ people: 1 + entry.guests }),
                entry.status === 'OFFERED' && print.offered,
                entry.email === null ? t.common.noEmail : !entry.addressConfirmed && print.unconfirmed,
              ]
                .filter(Boolean)
                .join(' · ')}
            </td>
          </tr>,
          ...(entry.groupName === null ? [] : membersOf(entry)).map(({ number, name, isMinor }) => (
            <tr key={`${entry.id}-${number}`}>
              <th scope="row" className={classes.member}>
                {name}
                {isMinor && <strong className={classes.minor}>{t.shared.under18}</strong>}
              </th>
              <td />
              <td className={classes.time} />
              <td className={classes.time} />
              <td className={classes.signature} />
              <td className={classes.notes}>{entry.groupName}</td>
            </tr>
          )),
        ])}
      </tbody>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={6} className={classes.walkIns}>
            {print.walkIns}
          </th>
        </tr>
        {Array.from({ length: blankRows }, (_, index) => (
          <tr key={index} className={classes.blank}>
            <td>
              <span className={classes.tick}>
                <span className={classes.box} /> {t.shared.under18}
              </span>
            </td>
            <td />
            <td className={classes.time} />
            <td className={classes.time} />
            <td className={classes.signature} />
            <td className={classes.notes} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
