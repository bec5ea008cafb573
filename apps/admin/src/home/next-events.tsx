import { Button, Title } from '@mantine/core';
import { leafParts } from '@upstander/web-kit';
import { Link } from 'react-router';
import { Empty } from '../parts/ui/empty';
import { FillBar, totalFill } from '../parts/ui/fill-bar';
import { PlusIcon } from '../parts/ui/icons';
import { timesInZone } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './home.module.css';
import type { ChapterTasks } from './queries';

export function NextEvents({ events }: { events: ChapterTasks['upcoming'] }) {
  const { t } = useWords('home');
  return (
    <section aria-labelledby="next-events">
      <div className={classes.sectionTop}>
        <Title order={2} id="next-events">
          {t.home.next}
        </Title>
        {events.length > 0 && <Link to="/events">{t.home.seeAll}</Link>}
      </div>
      {events.length === 0 ? (
        <Empty title={t.home.noneNext} text={t.home.noneNextText}>
          <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
            {t.home.newEvent}
          </Button>
        </Empty>
      ) : (
        <ul className={classes.events}>
          {events.map((event) => (
            <NextEvent key={event.id} event={event} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NextEvent({ event }: { event: ChapterTasks['upcoming'][number] }) {
  const { t, locale } = useWords();
  const { month, day, weekday } = leafParts(locale, new Date(event.startsAt), event.timeZone);
  return (
    <li className={classes.event}>
      <div className={classes.leaf}>
        <span>{weekday}</span>
        <strong>{day}</strong>
        <span>{month}</span>
      </div>
      <div className={classes.eventWords}>
        <Link to={`/events/${event.id}`} className={classes.cover}>
          {event.title}
        </Link>
        <span className={classes.meta}>
          {timesInZone(locale, event, event.timeZone)} · {event.chapter.name}
          {event.online && ` · ${t.common.online}`}
        </span>
        <FillBar {...totalFill(event.shifts)} />
      </div>
    </li>
  );
}
