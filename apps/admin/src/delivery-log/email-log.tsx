import { request } from '../api/ask';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useChange } from '../api/use-api';
import type { RowOf } from '../parts/lists/connection';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { StatusBadge } from '../parts/ui/status-badge';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import classes from './delivery-log.module.css';
import { useDeliveryLog } from './delivery-log';

const mailLogQuery = graphql(`
  query MailLog($filter: MailLogFilter, $first: Int, $after: String) {
    mailLog(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          template
          recipient
          isNotice
          status
          attempts
          dueAt
          sentAt
          lastError
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
    }
  }
`);

type Mail = RowOf<ResultOf<typeof mailLogQuery>, 'mailLog'>;

const retryMutation = graphql(`
  mutation RetryMail($id: ID!) {
    retryMail(id: $id) {
      id
    }
  }
`);

const canResend = ({ status }: Mail) => status === 'FAILED' || status === 'BOUNCED';

export function EmailLog() {
  const { t, labels, words } = useWords('deliveryLog');
  const { list, filter, kindOf, recipientColumn, statusColumn, whenColumn } = useDeliveryLog<Mail>('mail', {
    statuses: words.enums.mailStatus,
    undelivered: ['FAILED', 'BOUNCED'],
  });
  return (
    <ListPage
      {...list}
      document={mailLogQuery}
      variables={{ filter }}
      path="mailLog"
      bulk={{
        label: t.shared.sendAgain,
        isSelectable: canResend,
        run: ({ id }) => request(retryMutation, { id }),
        doneText: (count) => labels.retriedMany({ count }),
      }}
      columns={[
        {
          ...recipientColumn,
          render: ({ recipient, isNotice }) => (isNotice ? labels.noticeRecipient : recipient),
          secondary: (mail) => (mail.isNotice ? labels.noticeHint : kindOf(mail)),
        },
        {
          ...statusColumn,
          render: ({ status }) => <StatusBadge kind="mailStatus" status={status} />,
          secondary: ({ attempts, lastError }) => [
            attempts > 1 && labels.attemptsCount({ count: attempts }),
            lastError && (
              <span className={classes.why}>
                <span className={classes.whyName}>{t.shared.reasonForFailure}: </span>
                {lastError}
              </span>
            ),
          ],
        },
        {
          ...whenColumn,
          render: (mail) =>
            mail.isNotice ? <ListTime at={(mail.sentAt ?? mail.dueAt).slice(0, 10)} /> : whenColumn.render(mail),
        },
      ]}
      rowActions={(mail) => canResend(mail) && <Retry {...mail} />}
    />
  );
}

function Retry({ id, recipient }: Mail) {
  const { t } = useWords('deliveryLog');
  const retry = useChange(retryMutation, { success: () => t.deliveryLog.retried({ recipient }) });
  return (
    <RowButton
      label={t.shared.sendAgain}
      ariaLabel={t.deliveryLog.retryFor({ recipient })}
      isPending={retry.isPending}
      onClick={() => retry.isPending || retry.mutate({ id })}
    />
  );
}
