import { graphql, type ResultOf } from '@upstander/api-client';
import type { RowOf } from '../parts/lists/connection';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { MailIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';

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
export function SmsLog() {
  const { t, words } = useWords('smsLog', 'mailLog');
  const state = useSearchState();
  const labels = t.smsLog;
  const kinds: Record<string, string> = t.mailLog.templates;
  const status = state.oneOf('status', words.enums.smsStatus);
  const whyOf = ({ errorCode, lastError }: Sms) =>
    errorCode === null ? lastError : labels.error({ code: String(errorCode) });
  return (
    <ListPage
      name="texts"
      title={labels.title}
      lead={labels.lead}
      document={smsLogQuery}
      state={state}
      variables={{ filter: { status: status && [status], recipient: state.text('recipient') } }}
      first={30}
      path="smsLog"
      label={labels.list}
      noun={labels.what}
      search={{ label: labels.recipient, hint: labels.recipientHint, name: 'recipient' }}
      filters={[
        { name: 'status', label: labels.status, emptyOption: labels.anyStatus, options: words.enums.smsStatus },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <MailIcon size={26} /> }}
      noMatches={labels}
      columns={[
        {
          key: 'recipient',
          header: labels.recipient,
          render: ({ recipient }) => recipient,
          secondary: ({ template, numberEnding }) => [
            kinds[template] ?? template,
            numberEnding && labels.number({ ending: numberEnding }),
          ],
        },
        {
          key: 'status',
          header: labels.status,
          mobile: 'plain',
          render: ({ status: shown }) => <StatusBadge kind="smsStatus" status={shown} />,
          secondary: (sms) => [whyOf(sms), sms.answer !== null && labels.answered({ answer: sms.answer })],
        },
        {
          key: 'segments',
          header: labels.segments,
          align: 'end',
          render: ({ segments }) => segments,
        },
        {
          key: 'when',
          header: labels.when,
          render: ({ sentAt, dueAt }) =>
            sentAt ? <ListTime at={sentAt} /> : <ListTime at={dueAt} wrap={(when) => labels.dueAt({ when })} />,
        },
      ]}
    />
  );
}
