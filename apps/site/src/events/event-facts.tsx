import { languageName, listText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { Icon } from '../frame/icons';
import { Portrait, PortraitCredits } from '../photos/portrait';
import type { SitePhotoData } from '../photos/queries';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { contentLanguage } from './content-language';
import type { EventData } from './queries';

export function EventFacts({ event, photos }: { event: EventData; photos: readonly SitePhotoData[] }) {
  const { isPast } = usePage();
  const hasCalendarLinks = event.status === 'PUBLISHED' && !isPast(event.endsAt);
  const { slug, chapter, languages, bring, accessibility, contactName, contactEmail } = event;
  return (
    <FactList
      event={{ slug, chapter, languages, bring, accessibility, contactName, contactEmail }}
      hasCalendarLinks={hasCalendarLinks}
      portrait={photos.find(({ part }) => part === 'contact')}
    />
  );
}

type FactsData = Pick<
  EventData,
  'slug' | 'chapter' | 'languages' | 'bring' | 'accessibility' | 'contactName' | 'contactEmail'
>;

/** Preparation, access and the organizer, which matter after the decision to volunteer. */
export const FactList = cacheMarkup(function FactList({
  event,
  hasCalendarLinks,
  portrait,
}: {
  event: FactsData;
  hasCalendarLinks: boolean;
  /** Portrait of the contact, if it may be shown. */
  portrait?: SitePhotoData | undefined;
}) {
  const { words, locale } = usePage();
  const t = words.site.event;
  const language = contentLanguage(event.languages, locale);
  return (
    <dl className="facts">
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
      <Fact icon="people" name={t.chapter}>
        <a href={`/chapters/${event.chapter.slug}`}>{event.chapter.name}</a>
        <br />
        <a href={`/chapters/${event.chapter.slug}#reach`}>{t.writeToChapter}</a>
        <br />
        <a href={`/events?chapter=${event.chapter.slug}`}>{t.chapterEvents}</a>
      </Fact>
      {event.contactName !== '' && (
        <Fact icon="person" name={t.contact}>
          {portrait ? (
            <div className="person">
              <Portrait name={event.contactName} photo={portrait} />
              <div>
                <Contact event={event} />
                <PortraitCredits photos={[portrait]} />
              </div>
            </div>
          ) : (
            <Contact event={event} />
          )}
        </Fact>
      )}
      {event.languages.length > 0 && (
        <Fact icon="speech" name={t.languages}>
          {listText(
            locale,
            event.languages.map((code) => languageName(locale, code)),
          )}
        </Fact>
      )}
      {hasCalendarLinks && (
        <Fact icon="calendar" name={t.calendar}>
          <a href={`/events/${event.slug}.ics`} download>
            {t.addToCalendar}
          </a>
        </Fact>
      )}
    </dl>
  );
});

function Contact({ event }: { event: Pick<EventData, 'contactName' | 'contactEmail'> }) {
  return (
    <>
      {event.contactName}
      {event.contactEmail !== null && (
        <>
          <br />
          <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
        </>
      )}
    </>
  );
}

interface WhereProps {
  event: Pick<EventData, 'online' | 'place' | 'onlineUrl'>;
  /** Set for a volunteer who signed up. Only volunteers with a place see how to join online. */
  signup?: { holdsPlace: boolean };
}

export function EventPlace({ event, signup }: WhereProps) {
  const t = usePage().words.site.event;
  if (!event.online) return <>{event.place}</>;
  const url = signup?.holdsPlace === false ? null : event.onlineUrl;
  if (url === null || !/^https?:\/\//.test(url)) return <>{signup ? t.online : t.onlineLater}</>;
  return (
    <>
      {t.online}:{' '}
      <a href={url} rel="noreferrer">
        {new URL(url).host}
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
