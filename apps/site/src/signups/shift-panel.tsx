import { contentLanguage } from '../events/content-language';
import { EventPlace } from '../events/event-facts';
import { Day, Hours } from '../events/event-times';
import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { calendarFacts } from './calendar-addresses';
import { CalendarLinks } from './calendar-links';
import type { MySignupData, DisplayStatus } from './my-signup';

export function ShiftPanel({
  signup,
  displayStatus,
  currentPath,
}: {
  signup: MySignupData;
  displayStatus: DisplayStatus;
  currentPath: string;
}) {
  const { words, publicUrl } = usePage();
  const t = words.site.manage;
  const { event, shift } = signup;
  const isWaitlisted = signup.status === 'WAITLISTED' && displayStatus !== 'event-cancelled';
  const holdsPlace = !isWaitlisted && (displayStatus === 'confirmed' || displayStatus === 'to-confirm');
  return (
    <section className="panel" aria-labelledby="shift-heading">
      <h2 id="shift-heading">{t.shiftHeading}</h2>
      <ShiftFacts event={event} shift={shift} holdsPlace={holdsPlace} />
      {(holdsPlace || isWaitlisted) && (
        <p className="actions">
          {holdsPlace && (
            <ButtonLink to={`${currentPath}.ics`} label={t.addToCalendar} look="quiet" icon="calendar" download />
          )}
          {displayStatus === 'confirmed' && (
            <ButtonLink to={`${currentPath}?ask=hand-over`} label={t.handOver} look="quiet" />
          )}
          <ButtonLink to={`${currentPath}?ask=cancel`} label={isWaitlisted ? t.leaveWaitlist : t.cancel} look="leave" />
        </p>
      )}
      {holdsPlace && <CalendarLinks facts={calendarFacts(event, shift, publicUrl)} />}
    </section>
  );
}

export function ShiftFacts({
  event,
  shift,
  holdsPlace,
}: Pick<MySignupData, 'event' | 'shift'> & { holdsPlace: boolean }) {
  const { words, locale } = usePage();
  const t = words.site.manage;
  const language = contentLanguage(event.languages, locale);
  const span = { ...shift, timeZone: event.timeZone };
  return (
    <>
      <p className="shift-title">
        <a href={`/events/${event.slug}`} lang={language}>
          {event.title}
        </a>
      </p>
      <dl className="facts">
        <div>
          <dt>
            <Icon name="calendar" />
            {words.site.event.when}
          </dt>
          <dd>
            <b>
              <Day span={span} />
            </b>
            <br />
            <Hours span={span} />
          </dd>
        </div>
        <div>
          <dt>
            <Icon name={event.online ? 'online' : 'place'} />
            {words.site.event.where}
          </dt>
          <dd>
            <EventPlace event={event} signup={{ holdsPlace }} />
          </dd>
        </div>
        <div>
          <dt>
            <Icon name="people" />
            {t.part}
          </dt>
          <dd>
            <span lang={language}>{shift.role}</span>
            {shift.note !== null && shift.note !== '' && (
              <>
                <br />
                <span className="small" lang={language}>
                  {shift.note}
                </span>
              </>
            )}
          </dd>
        </div>
        <DayOfEvent event={event} />
      </dl>
    </>
  );
}

function DayOfEvent({ event }: { event: MySignupData['event'] }) {
  const { words, locale } = usePage();
  const t = words.site.event;
  const language = contentLanguage(event.languages, locale);
  const details = [
    { icon: 'bag', name: t.bring, text: event.bring },
    { icon: 'access', name: t.accessibility, text: event.accessibility },
  ] as const;
  return (
    <>
      {details.map(
        ({ icon, name, text }) =>
          text !== null &&
          text !== '' && (
            <div key={icon}>
              <dt>
                <Icon name={icon} />
                {name}
              </dt>
              <dd lang={language}>{text}</dd>
            </div>
          ),
      )}
      {event.contactName !== '' && (
        <div>
          <dt>
            <Icon name="person" />
            {t.contact}
          </dt>
          <dd>
            {event.contactName}
            {event.contactEmail !== null && (
              <>
                <br />
                <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
              </>
            )}
          </dd>
        </div>
      )}
    </>
  );
}
