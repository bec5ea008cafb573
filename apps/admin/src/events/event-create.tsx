import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../api/use-api';
import { draftKey } from '../parts/forms/draft-store';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { ChapterIcon, CopyIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { notify } from '../parts/notifications/notify';
import { PageHeader } from '../parts/ui/page-header';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { EventForm } from './event-form';
import classes from './event-form.module.css';
import { copyOf, emptyValues, eventDraft, type EventFormValues } from './event-form-values';
import { eventQuery, lastEventQuery } from './queries';

/** Creates an event, empty or as a copy (`?from=<id>`). */
export function EventCreate() {
  const { t } = useWords('eventForm', 'events');
  const me = useMe();
  const [params] = useSearchParams();
  const sourceId = params.get('from');
  const { myChapters, isPending: pending } = useChapters();
  const [firstChapter] = myChapters;
  const sourceEvent = useRead(eventQuery, { id: sourceId ?? '' }, { enabled: sourceId !== null });
  const isWaiting = pending || (sourceId !== null && sourceEvent.isPending);
  const copiedEvent = sourceEvent.data?.manageEvent;

  return (
    <div>
      <PageHeader
        title={t.common.newEvent}
        lead={t.eventForm.lead}
        back={{ to: '/events', label: t.events.show.back }}
      />
      {sourceEvent.error && <Failure error={sourceEvent.error} />}
      {isWaiting && <Loading noun={t.eventForm.what} lines={6} />}
      {!isWaiting && !firstChapter && <NoChapter />}
      {!isWaiting && firstChapter && (
        <EventForm
          key={sourceId ?? 'new'}
          initial={copiedEvent ? copyOf(copiedEvent) : emptyValues(firstChapter, t.eventForm.shifts.defaultRole)}
          draftKey={draftKey(eventDraft, me.id)}
          published={false}
          start={sourceId ? undefined : (fill) => <StartFromLast onFill={fill} />}
        />
      )}
    </div>
  );
}

/** Every event belongs to a chapter, so one must exist first. */
function NoChapter() {
  const { t } = useWords('eventForm');
  const me = useMe();
  return (
    <Empty title={t.eventForm.noChapterTitle} text={t.eventForm.noChapterText} icon={<ChapterIcon size={26} />}>
      {isAdmin(me) && (
        <Button component={Link} to="/chapters">
          {t.eventForm.noChapterGo}
        </Button>
      )}
    </Empty>
  );
}

/** Offers to copy the last event except for its date, because most events are similar. */
function StartFromLast({ onFill }: { onFill: (values: EventFormValues) => void }) {
  const { t } = useWords('eventForm');
  const [isCopyWanted, setIsCopyWanted] = useState(false);
  const list = useRead(lastEventQuery, {});
  const lastEvent = list.data?.manageEvents.edges[0]?.node;
  const { data } = useRead(eventQuery, { id: lastEvent?.id ?? '' }, { enabled: lastEvent !== undefined });
  const event = data?.manageEvent;
  if (!lastEvent) return null;
  return (
    <div className={classes.start}>
      <Text>{t.eventForm.startFromHint({ title: lastEvent.title })}</Text>
      <Button
        variant="default"
        leftSection={<CopyIcon />}
        aria-disabled={!event}
        onClick={() => {
          if (!event || isCopyWanted) return;
          setIsCopyWanted(true);
          onFill(copyOf(event));
          notify.success(t.eventForm.startFromDone);
        }}
      >
        {t.eventForm.startFrom}
      </Button>
    </div>
  );
}
