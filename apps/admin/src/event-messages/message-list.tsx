import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { ListPage } from '../parts/lists/list-page';
import { MailIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { messageLink } from './audience-link';
import { countsText } from './counts-text';
import { eventMessagesQuery } from './queries';

/** All messages to the people of an event, with their results. */
export function MessageList() {
  const { t, labels, words } = useWords('eventMessages');
  const { id = '' } = useParams();
  return (
    <ListPage
      name="event-messages"
      labels={{ ...labels, list: labels.title }}
      back={{ to: `/events/${id}`, label: t.common.backToEvent }}
      buttons={
        <Button component={Link} to={messageLink(id)} leftSection={<MailIcon />}>
          {t.common.message}
        </Button>
      }
      document={eventMessagesQuery}
      variables={{ eventId: id }}
      first={30}
      path="eventMessages"
      emptyState={{ title: labels.none, text: labels.noneText, icon: <MailIcon size={26} /> }}
      columns={[
        {
          key: 'subject',
          header: labels.subject,
          render: ({ subject, subjectEs }) => subject ?? subjectEs,
          linkTo: (message) => `/events/${id}/messages/${message.id}`,
          secondary: ({ audience, author }) => [words.enums.eventAudienceKind[audience], author],
        },
        { key: 'status', header: t.common.status, badge: 'eventMessageStatus', mobile: 'corner' },
        { key: 'counts', header: labels.result, render: (message) => countsText(t, message) || null },
        { key: 'sendAt', header: labels.sendAt },
      ]}
    />
  );
}
