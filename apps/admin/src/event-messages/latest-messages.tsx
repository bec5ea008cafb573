import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { countsText } from './counts-text';
import classes from './event-messages.module.css';
import { eventMessagesQuery } from './queries';

/** The latest messages on the page of an event. Shows nothing if there are none. */
export function LatestMessages({ eventId }: { eventId: string }) {
  const { t, labels } = useWords('eventMessages');
  const { data } = useRead(eventMessagesQuery, { eventId, first: 3, after: null });
  const messages = data?.eventMessages.edges.map(({ node }) => node) ?? [];
  if (messages.length === 0) return null;
  return (
    <Section
      title={labels.title}
      hasSpaceAbove
      actions={
        <Anchor component={Link} to={`/events/${eventId}/messages`}>
          {labels.all}
        </Anchor>
      }
    >
      <ul className={classes.messages}>
        {messages.map((message) => (
          <li key={message.id}>
            <Anchor component={Link} to={`/events/${eventId}/messages/${message.id}`}>
              {message.subject ?? message.subjectEs}
            </Anchor>
            <StatusBadge kind="eventMessageStatus" status={message.status} />
            <span className={classes.meta}>{countsText(t, message) || <ListTime at={message.sendAt} />}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
