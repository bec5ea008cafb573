import { Button, Title } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { intlTag, leafParts } from '@upstander/web-kit';
import { CoverLink } from '../parts/ui/cover-link';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { MessageButton } from '../event-messages/message-button';
import { Empty } from '../parts/ui/empty';
import { FillBar, totalFill } from '../parts/ui/fill-bar';
import { CheckIcon, PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { day, timesInZone } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './home.module.css';
import type { ChapterTasks } from './queries';

const attendanceCountsQuery = graphql(`
  query AttendanceCounts($eventId: ID!) {
    attendance(eventId: $eventId, first: 1) {
      counts {
        places
        checkedIn
        completed
      }
    }
  }
`);

type UpcomingEvent = ChapterTasks['upcoming'][number];

/** Time before an event from which the number of check-ins is shown. */
const checkInHours = 3;

export function Today({ events }: { events: readonly UpcomingEvent[] }) {
  const { t } = useWords('home');
  const [first, ...others] = events;
  return (
    <section aria-labelledby="today">
      <div className={classes.sectionTop}>
        <Title order={2} id="today">
          {first && isOn(first) ? t.home.now : t.home.next}
        </Title>
        {first && <Link to="/events">{t.home.seeAll}</Link>}
      </div>
      {first ? (
        <>
          <FirstEvent event={first} />
          {others.length > 0 && (
            <ul className={classes.events} aria-label={t.home.after}>
              {others.slice(0, 3).map((event) => (
                <LaterEvent key={event.id} event={event} />
              ))}
            </ul>
          )}
        </>
      ) : (
        <Empty title={t.home.noneNext} text={t.home.noneNextText}>
          <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
            {t.common.newEvent}
          </Button>
        </Empty>
      )}
    </section>
  );
}

function isOn({ startsAt, endsAt }: UpcomingEvent, now = Date.now()): boolean {
  return Date.parse(startsAt) <= now && now < Date.parse(endsAt);
}

function FirstEvent({ event }: { event: UpcomingEvent }) {
  const { t, labels, locale } = useWords('home');
  const isCheckInTime = Date.parse(event.startsAt) - Date.now() < checkInHours * 3_600_000;
  const counts = useRead(attendanceCountsQuery, { eventId: event.id }, { enabled: isCheckInTime }).data?.attendance
    .counts;
  const arrived = counts && counts.checkedIn + counts.completed;
  const fill = totalFill(event.shifts);
  const numberFormat = new Intl.NumberFormat(intlTag(locale));
  return (
    <div className={classes.first}>
      <Leaf event={event} />
      <div className={classes.eventWords}>
        <Link to={`/events/${event.id}`} className={classes.firstTitle}>
          {event.title}
        </Link>
        <span className={classes.meta}>
          {day(locale, event.startsAt, event.timeZone)}, {timesInZone(locale, event, event.timeZone)} ·{' '}
          {event.chapter.name}
          {event.place && ` · ${event.place}`}
          {event.online && ` · ${t.common.online}`}
        </span>
        {counts && arrived !== undefined ? (
          <p className={classes.arrived}>
            <strong>{numberFormat.format(arrived)}</strong> {labels.checkedIn({ places: counts.places })}
          </p>
        ) : (
          <FillBar {...fill} />
        )}
      </div>
      <div className={classes.firstActions}>
        <Button
          component={Link}
          to={`/events/${event.id}/check-in`}
          reloadDocument
          variant={isCheckInTime ? 'filled' : 'default'}
          leftSection={<CheckIcon />}
        >
          {labels.checkIn}
        </Button>
        <Button component={Link} to={`/events/${event.id}`} variant="default" leftSection={<PeopleIcon />}>
          {labels.roster}
        </Button>
        <MessageButton event={event}>{t.common.message}</MessageButton>
      </div>
    </div>
  );
}

function LaterEvent({ event }: { event: UpcomingEvent }) {
  const { t, locale } = useWords();
  return (
    <li className={classes.event}>
      <Leaf event={event} />
      <div className={classes.eventWords}>
        <CoverLink to={`/events/${event.id}`}>{event.title}</CoverLink>
        <span className={classes.meta}>
          {timesInZone(locale, event, event.timeZone)} · {event.chapter.name}
          {event.online && ` · ${t.common.online}`}
        </span>
        <FillBar {...totalFill(event.shifts)} />
      </div>
    </li>
  );
}

function Leaf({ event }: { event: UpcomingEvent }) {
  const { locale } = useWords();
  const { month, day: dayOfMonth, weekday } = leafParts(locale, new Date(event.startsAt), event.timeZone);
  return (
    <div className={classes.leaf}>
      <span>{weekday}</span>
      <strong>{dayOfMonth}</strong>
      <span>{month}</span>
    </div>
  );
}
