import { graphql, type ResultOf } from '@upstander/api-client';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { useDeliveryLog } from './delivery-log';

const smsLogQuery = graphql(`
  query SmsLog($filter: SmsLogFilter, $first: Int, $after: String) {
    smsLog(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          template
          recipient
          numberEnding
          status
          dueAt
          sentAt
          segments
          errorCode
          lastError
          answer
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

type Sms = RowOf<ResultOf<typeof smsLogQuery>, 'smsLog'>;

/** Texts to volunteers. Discreet texts of the sealed zone aren't logged anywhere. */
export function TextLog() {
  const { t, labels, words } = useWords('deliveryLog');
  const { list, filter, kindOf, recipientColumn, statusColumn, whenColumn } = useDeliveryLog<Sms>('texts', {
    statuses: words.enums.smsStatus,
    undelivered: ['FAILED', 'UNDELIVERED'],
  });
  return (
    <ListPage
      {...list}
      document={smsLogQuery}
      variables={{ filter }}
      path="smsLog"
      columns={[
        {
          ...recipientColumn,
          secondary: (sms) => [kindOf(sms), sms.numberEnding && labels.number({ ending: sms.numberEnding })],
        },
        {
          ...statusColumn,
          render: ({ status }) => <StatusBadge kind="smsStatus" status={status} />,
          secondary: ({ errorCode, lastError, answer }) => [
            errorCode === null ? lastError : labels.error({ code: String(errorCode) }),
            answer !== null && t.shared.answeredWith({ answer }),
          ],
        },
        { key: 'segments', header: labels.segments, align: 'end' },
        whenColumn,
      ]}
    />
  );
}
