import { languageName, listText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { contentLanguage } from './content-language';
import { Day, Hours } from './event-times';
import type { EventData } from './structured-data';

/** When, where, with whom: the questions everybody has, answered in one list. */
export function EventFacts({ event }: { event: EventData }) {
  const { words, locale, now } = usePage();
  const t = words.site.event;
  const language = contentLanguage(event.languages, locale);
  const inCalendar = event.status === 'PUBLISHED' && new Date(event.endsAt) > now;
  return (
    <dl className="facts">
      <Fact icon="calendar" name={t.when}>
        <b>
          <Day span={event} />
        </b>
        <br />
        <Hours span={event} />
        {inCalendar && (
          <>
            <br />
            <a href={`/events/${event.slug}.ics`} download>
              {t.addToCalendar}
            </a>
          </>
        )}
      </Fact>
      <Fact icon={event.online ? 'online' : 'place'} name={t.where}>
        <Where event={event} />
      </Fact>
      <Fact icon="people" name={t.chapter}>
        <a href={`/events?chapter=${event.chapter.slug}`}>{event.chapter.name}</a>
      </Fact>
      {event.languages.length > 0 && (
        <Fact icon="speech" name={t.languages}>
          {listText(
            locale,
            event.languages.map((code) => languageName(locale, code)),
          )}
        </Fact>
      )}
      {event.bring !== null && event.bring !== '' && (
        <Fact icon="bag" name={t.bring}>
          <span lang={language}>{event.bring}</span>
        </Fact>
      )}
      {event.accessibility !== null && event.accessibility !== '' && (
        <Fact icon="access" name={t.accessibility}>
          <span lang={language}>{event.accessibility}</span>
        </Fact>
      )}
      {event.contactName !== '' && (
        <Fact icon="person" name={t.contact}>
          {event.contactName}
          {event.contactEmail !== null && (
            <>
              <br />
              <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
            </>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Where({ event }: { event: EventData }) {
  const t = usePage().words.site.event;
  if (!event.online) return <>{event.place}</>;
  if (event.onlineUrl === null || !/^https?:\/\//.test(event.onlineUrl)) return <>{t.onlineLater}</>;
  return (
    <>
      {t.online}:{' '}
      <a href={event.onlineUrl} rel="noreferrer">
        {new URL(event.onlineUrl).host}
      </a>
    </>
  );
}

function Fact({
  icon,
  name,
  children,
}: {
  icon: Parameters<typeof Icon>[0]['name'];
  name: string;
  children: ReactNode;
}) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
