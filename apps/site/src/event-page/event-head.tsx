import { Icon } from '../frame/icons';
import { BackLink } from '../frame/back-link';
import type { SitePhotoData } from '../photos/queries';
import { cacheMarkup } from '../request/cached-markup';
import { usePage } from '../request/page-context';
import { contentLanguage } from '../events/content-language';
import { EventPlace } from '../events/event-facts';
import { MapLink, Picture } from '../events/event-picture';
import { Day, Hours } from '../events/event-times';
import type { EventData } from '../events/queries';
import { ruleText } from '../series/rule-text';

type HeadFacts = Pick<
  EventData,
  | ('status' | 'title' | 'cancelReason' | 'languages' | 'startsAt' | 'endsAt' | 'timeZone')
  | ('online' | 'place' | 'onlineUrl' | 'series' | 'originalStartsAtLocal')
>;

interface Props {
  event: HeadFacts;
  isOpen: boolean;
  /** URL of the picture for an event without a photo. */
  image: string | undefined;
  photo: SitePhotoData | undefined;
}

/** Picture, title, time and place: what a visitor needs to decide, above the form. */
export const EventHead = cacheMarkup(function EventHead({ event, isOpen, image, photo }: Props) {
  const { words, locale } = usePage();
  const t = words.site.event;
  return (
    <header className="event-head">
      {event.status === 'DRAFT' && <p className="note amber">{t.draft}</p>}
      <BackLink to="/events">{t.allEvents}</BackLink>
      <Picture image={image} photo={photo} />
      <h1 lang={contentLanguage(event.languages, locale)}>{event.title}</h1>
      {!isOpen && event.status !== 'DRAFT' && <Closed event={event} />}
      <dl className="when-where">
        <div>
          <dt>
            <Icon name="calendar" />
            <span className="hidden">{t.when}</span>
          </dt>
          <dd>
            <b>
              <Day span={event} />
            </b>
            <br />
            <Hours span={event} />
            {event.series && <SeriesLink series={event.series} firstLocal={event.originalStartsAtLocal ?? ''} />}
          </dd>
        </div>
        <div>
          <dt>
            <Icon name={event.online ? 'online' : 'place'} />
            <span className="hidden">{t.where}</span>
          </dt>
          <dd>
            <EventPlace event={event} />
            {!event.online && event.place !== null && event.place !== '' && <MapLink place={event.place} />}
          </dd>
        </div>
      </dl>
    </header>
  );
});

function SeriesLink({ series, firstLocal }: { series: NonNullable<EventData['series']>; firstLocal: string }) {
  const { words, locale } = usePage();
  return (
    <>
      <br />
      {ruleText({ rule: series.rule, firstLocal }, locale, words)} ·{' '}
      <a href={`/events/${series.slug}`}>{words.site.series.seeAll}</a>
    </>
  );
}

/** Explains below the title that sign-up is closed, before readers get to the details. */
function Closed({ event }: { event: HeadFacts }) {
  const { words, locale } = usePage();
  const t = words.site.event;
  const cancelled = event.status === 'CANCELLED';
  const reason = cancelled ? (event.cancelReason ?? '') : '';
  return (
    <div className={cancelled ? 'note closed clay' : 'note closed'} id="sign-up">
      <Icon name={cancelled ? 'alert' : 'calendar'} />
      <div>
        <p>
          <b>{cancelled ? t.cancelled : t.over}</b>
        </p>
        {reason !== '' && <p lang={contentLanguage(event.languages, locale)}>{reason}</p>}
        <p>
          {cancelled ? t.cancelledText : t.overText} <a href="/events">{t.otherEvents}</a>
        </p>
      </div>
    </div>
  );
}
