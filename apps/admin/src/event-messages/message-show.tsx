import { Alert, Button, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { EventMissing } from '../parts/ui/event-missing';
import { ListTime } from '../parts/lists/column';
import { List } from '../parts/lists/list';
import { formatDateTime } from '../parts/ui/dates';
import { Facts } from '../parts/ui/facts';
import { CloseIcon, InfoIcon, PeopleIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { IfMayChange } from '../parts/ui/page-access';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { EventMessageReplies } from '../site-messages/replies';
import { useWords } from '../words/words';
import { AudiencePreview } from './audience-choice';
import classes from './event-messages.module.css';
import { countsText } from './counts-text';
import { eventMessageQuery, recipientsQuery, stopMessageMutation, type EventMessage } from './queries';

const refreshInterval = 3_000;

export function MessageShow() {
  const { t, labels } = useWords('eventMessages', 'events');
  const { id: eventId = '', messageId = '' } = useParams();
  const { data, error, refetch } = useRead(eventMessageQuery, { id: messageId, eventId });
  const message = data?.eventMessage;
  const event = data?.manageEvent;
  const isOpen = message?.status === 'SCHEDULED' || message?.status === 'SENDING';
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => void refetch(), refreshInterval);
    return () => clearInterval(timer);
  }, [isOpen, refetch]);
  if ((data && (!message || !event)) || isRefusal(error, 'NOT_FOUND')) return <EventMissing />;
  if (!message || !event) return <Pending error={error} retry={refetch} noun={labels.what} />;
  return (
    <div>
      <PageHeader
        title={message.subject ?? message.subjectEs ?? ''}
        lead={event.title}
        back={{ to: `/events/${eventId}`, label: t.common.backToEvent }}
        badge={<StatusBadge kind="eventMessageStatus" status={message.status} />}
      />
      {isOpen && <Stop message={message} />}
      <MessageFacts message={message} shifts={event.shifts} />
      <Section title={labels.text} hasSpaceAbove>
        <MessageText lang="en" subject={message.subject} body={message.body} />
        <MessageText lang="es" subject={message.subjectEs} body={message.bodyEs} />
      </Section>
      <EventMessageReplies messageId={message.id} />
      <Results message={message} />
    </div>
  );
}

/** The button that stops a message, with the seconds until it is sent. */
function Stop({ message }: { message: EventMessage }) {
  const { t, labels, locale } = useWords('eventMessages');
  const seconds = useSecondsUntil(message.sendAt);
  const stop = useChange(stopMessageMutation, {
    success: ({ stopEventMessage: { status, counts } }) =>
      status === 'STOPPED'
        ? labels.stopped({ count: counts.sent + counts.waiting })
        : labels.tooLate({ count: counts.sent }),
  });
  const isSoon = seconds > 0 && seconds <= 90;
  const text = isSoon ? labels.inSeconds({ seconds }) : labels.atTime({ when: formatDateTime(locale, message.sendAt) });
  return (
    <Alert color="amber" icon={<InfoIcon />} mb="lg">
      <div className={classes.stop}>
        <Text role="timer">{seconds > 0 ? text : labels.nowSending}</Text>
        <IfMayChange>
          <Button
            color="clay"
            leftSection={<CloseIcon />}
            aria-disabled={stop.isPending}
            onClick={() => stop.isPending || stop.mutate({ id: message.id })}
          >
            {stop.isPending ? t.shared.stopping : labels.stop}
          </Button>
        </IfMayChange>
      </div>
    </Alert>
  );
}

function useSecondsUntil(at: string): number {
  const left = () => Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 1_000);
    return () => clearInterval(timer);
  });
  return seconds;
}

interface MessageFactsProps {
  message: EventMessage;
  shifts: ReadonlyArray<{ id: string; role: string }>;
}

function MessageFacts({ message, shifts }: MessageFactsProps) {
  const { t, labels, words, locale } = useWords('eventMessages');
  const { audience, shiftIds, author, sendAt, stoppedAt } = message;
  const roles = shifts.filter(({ id }) => shiftIds.includes(id)).map(({ role }) => role);
  return (
    <Facts
      facts={[
        { label: labels.to, value: [words.enums.eventAudienceKind[audience], ...roles].join(' · ') },
        { label: labels.author, value: author },
        { label: labels.sendAt, value: formatDateTime(locale, sendAt) },
        { label: labels.stoppedAt, value: stoppedAt && formatDateTime(locale, stoppedAt) },
        { label: labels.result, value: countsText(t, message) },
      ]}
    />
  );
}

function MessageText({ lang, subject, body }: { lang: string; subject: string | null; body: string | null }) {
  if (subject === null || body === null) return null;
  return (
    <div lang={lang} className={classes.text}>
      <strong>{subject}</strong>
      <p>{body}</p>
    </div>
  );
}

function Results({ message }: { message: EventMessage }) {
  const { t, labels, words } = useWords('eventMessages');
  const { id, eventId, status, audience: kind, shiftIds, signupIds, counts } = message;
  const hasStarted = Object.values(counts).some((count) => count > 0);
  if (!hasStarted && status === 'SCHEDULED')
    return (
      <Section title={t.common.people} hasSpaceAbove>
        <AudiencePreview eventId={eventId} audience={{ kind, shiftIds, signupIds }} />
      </Section>
    );
  return (
    <Section title={t.common.people} hasSpaceAbove>
      <List
        name="event-message-results"
        document={recipientsQuery}
        variables={{ messageId: id }}
        first={50}
        path="eventMessageRecipients"
        labels={{ ...labels, list: t.common.people }}
        emptyState={{ title: labels.noOne, icon: <PeopleIcon size={26} /> }}
        columns={[
          { key: 'name', header: t.shared.person },
          {
            key: 'result',
            header: labels.result,
            mobile: 'corner',
            badge: 'eventMessageResult',
            secondary: ({ leftOut, lastError, result }) => [
              leftOut && words.enums.leftOutReason[leftOut],
              result === 'FAILED' && lastError,
            ],
          },
          { key: 'sentAt', header: labels.sentAt, render: ({ sentAt }) => sentAt && <ListTime at={sentAt} /> },
        ]}
      />
    </Section>
  );
}
