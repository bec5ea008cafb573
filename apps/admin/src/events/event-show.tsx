import { Alert, Anchor, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { zoneName } from '@upstander/web-kit';
import { Outlet, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { LatestMessages } from '../event-messages/latest-messages';
import { PagePhoto, Portrait } from '../parts/photos/page-photo';
import { InfoIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { EventRegistration } from '../registrations/event-registration';
import { StatusBadge } from '../parts/ui/status-badge';
import { day, isPast, timesText } from '../parts/ui/dates';
import { useMe } from '../session/use-me';
import { useEventAccess } from '../session/use-event-access';
import { useWords } from '../words/words';
import { OwnParts } from '../series/own-parts';
import { CoOrganizers } from './co-organizers';
import { EventActions } from './event-actions';
import { EventFeedback } from './event-feedback';
import classes from './event-feedback.module.css';
import { EventHours } from './event-hours';
import { EventMissing } from '../parts/ui/event-missing';
import { eventQuery, type ManagedEvent } from './queries';

export function EventShow() {
  const { t } = useWords('events');
  const me = useMe();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(eventQuery, { id });
  const event = data?.manageEvent ?? undefined;
  const { canView, canManage } = useEventAccess(event);
  if ((data && !event) || isRefusal(error, 'NOT_FOUND')) return <EventMissing />;
  if (!event) return <Pending error={error} retry={refetch} noun={t.events.show.what} />;
  const maySetTeam = me.manageAreas.includes('EVENTS');
  const hasEnded = isPast(event) && event.status !== 'CANCELLED';
  return (
    <div>
      <PageHeader
        title={event.title}
        lead={<EventLead event={event} />}
        back={{ to: '/events', label: t.events.show.back }}
        badge={<StatusBadge kind="eventStatus" status={event.status} />}
      >
        <EventActions event={event} />
      </PageHeader>
      <EventNotice event={event} />
      <OwnParts event={event} />
      {hasEnded && canView('HOURS') && (
        <div className={classes.hours}>
          <EventHours eventId={event.id} mayApprove={canManage('HOURS')} />
        </div>
      )}
      {canView('REGISTRATIONS') && <EventRegistration eventId={event.id} mayManage={canManage('REGISTRATIONS')} />}
      {event.status !== 'DRAFT' && canView('MESSAGES') && <LatestMessages eventId={event.id} />}
      <Outlet />
      {canView('EVENTS') && <CoOrganizers event={event} mayChange={maySetTeam} />}
      <PagePhoto page={`/events/${event.slug}`} />
      {event.contactName !== '' && <Portrait page={`/events/${event.slug}#contact`} name={event.contactName} />}
      {hasEnded && <EventFeedback eventId={event.id} />}
    </div>
  );
}

function EventLead({ event }: { event: ManagedEvent }) {
  const { t, locale } = useWords();
  return (
    <>
      <Text component="span" inherit display="block">
        {day(locale, event.startsAt, event.timeZone)}, {timesText(locale, event, event.timeZone)} ·{' '}
        {zoneName(locale, event.timeZone, new Date(event.startsAt))}
      </Text>
      <Text component="span" inherit display="block">
        {event.chapter.name} · {!event.online && event.place}
        {event.online &&
          (event.onlineUrl ? <Anchor href={event.onlineUrl}>{t.common.online}</Anchor> : t.common.online)}
      </Text>
    </>
  );
}

function EventNotice({ event }: { event: ManagedEvent }) {
  const { t } = useWords('events');
  const { show } = t.events;
  if (event.status === 'DRAFT') {
    return (
      <Alert color="amber" icon={<InfoIcon />} mb="lg">
        {show.isDraft}
      </Alert>
    );
  }
  if (event.status === 'CANCELLED') {
    return (
      <Alert color="clay" icon={<InfoIcon />} mb="lg">
        {event.cancelReason ? show.isCancelled({ reason: event.cancelReason }) : show.isCancelledNoReason}
      </Alert>
    );
  }
  return null;
}
