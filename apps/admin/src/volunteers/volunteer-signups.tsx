import { Link } from 'react-router';
import { DataTable } from '../parts/lists/data-table';
import { SignupMenu } from '../parts/signups/signup-menu';
import { day, timesText } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';
import classes from './volunteers.module.css';

interface VolunteerSignupsProps {
  label: string;
  signups: VolunteerDetails['ahead'];
  none: string;
  hasEmail: boolean;
}

export function VolunteerSignups({ label, signups, none, hasEmail }: VolunteerSignupsProps) {
  const { t, locale } = useWords('eventForm', 'volunteers');
  if (signups.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <DataTable
      label={label}
      rows={signups}
      idOf={({ id }) => id}
      columns={[
        {
          key: 'event',
          header: t.shared.event,
          mobile: 'title',
          render: ({ event }) => <Link to={`/events/${event.id}`}>{event.title}</Link>,
        },
        { key: 'role', header: t.common.shift, render: ({ shift }) => shift.role },
        {
          key: 'when',
          header: t.eventForm.fields.date,
          render: ({ shift, event }) => (
            <>
              {day(locale, shift.startsAt, event.timeZone)}
              <br />
              {timesText(locale, shift, event.timeZone)}
            </>
          ),
        },
        {
          key: 'status',
          header: t.common.status,
          mobile: 'corner',
          badge: 'signupStatus',
          secondary: ({ position }) => position !== null && t.volunteers.waits({ position }),
        },
        {
          key: 'actions',
          header: t.common.actions,
          hiddenHeader: true,
          align: 'end',
          mobile: 'foot',
          render: (signup) => <SignupMenu event={signup.event} signup={{ ...signup, hasEmail }} shift={signup.shift} />,
        },
      ]}
    />
  );
}
