import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { rowsOf } from '../parts/lists/connection';
import { formatDateTime } from '../parts/ui/dates';
import { Failure } from '../parts/ui/failure';
import { IfMayChange } from '../parts/ui/page-access';
import { AreaPart } from '../session/area-part';
import { Section } from '../parts/ui/section';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { MessageText } from './message-text';
import { messagesQuery, type SiteMessage } from './queries';
import classes from './site-messages.module.css';
import { StatusButton } from './status-button';

const maxReplies = 100;

/** Replies to a message to an event's people; shows no section if there are none. */
export function EventMessageReplies({ messageId }: { messageId: string }) {
  const { t } = useWords('siteMessages');
  const filter = { eventMessageId: messageId };
  const { data, error, refetch } = useRead(messagesQuery, { filter, first: maxReplies, after: null });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  const replies = data ? rowsOf(data.siteMessages) : [];
  if (replies.length === 0) return null;
  return (
    <Section title={t.siteMessages.replies} hasSpaceAbove>
      <Replies replies={replies} hasNames />
    </Section>
  );
}

/** Reads the replies to these messages to one person, by the ID of the message. */
export function useReplies(messageIds: readonly string[]): ReadonlyMap<string, readonly SiteMessage[]> {
  const filter = { replyToIds: [...messageIds] };
  const { data } = useRead(
    messagesQuery,
    { filter, first: maxReplies, after: null },
    { enabled: messageIds.length > 0 },
  );
  const byMessage = new Map<string, SiteMessage[]>();
  for (const reply of data ? rowsOf(data.siteMessages) : []) {
    const id = reply.replyToId ?? '';
    byMessage.set(id, [...(byMessage.get(id) ?? []), reply]);
  }
  return byMessage;
}

/** The name of the person, with a link to their page if they are a volunteer. */
function Author({ reply: { volunteerId, name } }: { reply: SiteMessage }) {
  return volunteerId === null ? name : <Link to={`/volunteers/${volunteerId}`}>{name}</Link>;
}

interface RepliesProps {
  replies: readonly SiteMessage[];
  /** True to show who wrote each of them. */
  hasNames?: boolean;
}

export function Replies({ replies, hasNames = false }: RepliesProps) {
  const { t, locale } = useWords('siteMessages');
  return (
    <ul className={classes.replies} aria-label={t.siteMessages.replies}>
      {replies.map((reply) => (
        <li key={reply.id}>
          <div className={classes.head}>
            {hasNames && <Author reply={reply} />}
            <span className={classes.note}>{formatDateTime(locale, reply.receivedAt)}</span>
            {reply.isAutomatic ? (
              <Badge tone="calm">{t.siteMessages.automatic}</Badge>
            ) : (
              <>
                <StatusBadge kind="siteMessageStatus" status={reply.status} />
                <AreaPart area="SITE_MESSAGES">
                  <IfMayChange>
                    <StatusButton message={reply} />
                  </IfMayChange>
                </AreaPart>
              </>
            )}
          </div>
          <MessageText message={reply} />
        </li>
      ))}
    </ul>
  );
}
