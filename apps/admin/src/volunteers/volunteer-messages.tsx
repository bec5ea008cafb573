import { formatDateTime } from '../parts/ui/dates';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { Replies, useReplies } from '../site-messages/replies';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';
import classes from './volunteers.module.css';

/** The conversation with a volunteer: messages from staff, each with its replies. */
export function VolunteerMessages({ messages }: Pick<VolunteerDetails, 'messages'>) {
  const { t, labels, locale } = useWords('volunteers', 'siteMessages');
  const repliesById = useReplies(messages.map(({ id }) => id));
  return (
    <Section title={t.common.messages} hasSpaceAbove>
      {messages.length === 0 && <p className={classes.none}>{labels.noMessages}</p>}
      {messages.map(({ id, subject, body, author, sentAt }) => {
        const when = formatDateTime(locale, sentAt);
        const replies = repliesById.get(id) ?? [];
        return (
          <details key={id} className={classes.message} open={replies.some(({ status }) => status === 'OPEN')}>
            <summary>
              <strong>{subject}</strong>{' '}
              {replies.length > 0 && <Badge tone="calm">{t.siteMessages.replyCount({ count: replies.length })}</Badge>}
              <span className={classes.quiet}>{author ? labels.by({ when, name: author }) : when}</span>
            </summary>
            <p className={classes.words}>{body}</p>
            {replies.length > 0 && <Replies replies={replies} />}
          </details>
        );
      })}
    </Section>
  );
}
