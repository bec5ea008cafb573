import { isRefusal } from '@upstander/api-client';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { draftKey } from '../parts/forms/draft-store';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { StatusBadge } from '../parts/ui/status-badge';
import { useChapters } from '../session/chapters';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { EventForm } from './event-form';
import { EventMissing } from '../parts/ui/event-missing';
import { eventDraft, valuesOf } from './event-form-values';
import { eventQuery } from './queries';

export function EventEdit() {
  const { t } = useWords('eventForm');
  const me = useMe();
  const { id = '' } = useParams();
  const { data, error, refetch, isPending } = useRead(eventQuery, { id });
  const { isPending: pending } = useChapters();
  const event = data?.manageEvent;
  if ((data && !event) || isRefusal(error, 'NOT_FOUND')) return <EventMissing />;

  return (
    <div>
      <PageHeader
        title={event ? event.title : t.eventForm.editTitle}
        lead={event?.status === 'PUBLISHED' ? t.eventForm.editLead : undefined}
        back={{ to: `/events/${id}`, label: t.common.backToEvent }}
        badge={event && <StatusBadge kind="eventStatus" status={event.status} />}
      />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {(isPending || pending) && <Loading noun={t.eventForm.what} lines={6} />}
      {event && !pending && (
        <EventForm
          initial={valuesOf(event)}
          draftKey={draftKey(eventDraft, me.id, id)}
          eventId={id}
          version={event.version}
          published={event.status === 'PUBLISHED'}
          seriesId={event.series?.id}
        />
      )}
    </div>
  );
}
