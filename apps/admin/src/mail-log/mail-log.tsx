import { Button } from '@mantine/core';
import { request } from '../api/ask';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useChange } from '../api/use-api';
import type { RowOf } from '../parts/lists/connection';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { CheckIcon, MailIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import classes from './mail-log.module.css';

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
      status
      attempts
    }
  }
`);

const undeliveredStatuses = ['FAILED', 'BOUNCED'] as const;
const canResend = ({ status }: Mail) => status === 'FAILED' || status === 'BOUNCED';

export function MailLog() {
  const { t, words } = useWords('mailLog');
  const state = useSearchState();
  const labels = t.mailLog;
  const kinds: Record<string, string> = labels.templates;
  const status = state.oneOf('status', words.enums.mailStatus);
  const isProblemView = state.get('status') === 'trouble';
  const showsOnlyProblems = isProblemView && !state.isFiltered(['recipient', 'template']);
  return (
    <ListPage
      name="mail"
      title={labels.title}
      lead={labels.lead}
      document={mailLogQuery}
      state={state}
      variables={{
        filter: {
          status: isProblemView ? [...undeliveredStatuses] : status && [status],
          template: state.text('template'),
          recipient: state.text('recipient'),
        },
      }}
      first={30}
      path="mailLog"
      label={labels.list}
      noun={labels.what}
      search={{ label: labels.recipient, hint: labels.recipientHint, name: 'recipient' }}
      filters={[
        {
          name: 'status',
          label: labels.status,
          emptyOption: labels.anyStatus,
          options: { isProblemView: labels.trouble, ...words.enums.mailStatus },
        },
        { name: 'template', label: labels.template, emptyOption: labels.anyTemplate, options: labels.templates },
      ]}
      emptyState={
        showsOnlyProblems
          ? { title: labels.noTroubleTitle, text: labels.noTroubleText, icon: <CheckIcon size={26} /> }
          : { title: labels.noneTitle, text: labels.noneText, icon: <MailIcon size={26} /> }
      }
      noMatches={showsOnlyProblems ? undefined : labels}
      bulk={{
        label: labels.retry,
        isSelectable: canResend,
        run: ({ id }) => request(retryMutation, { id }),
        doneText: (count) => labels.retriedMany({ count }),
      }}
      columns={[
        {
          key: 'recipient',
          header: labels.recipient,
          render: ({ recipient, isNotice }) => (isNotice ? labels.noticeRecipient : recipient),
          secondary: ({ template, isNotice }) => (isNotice ? labels.noticeHint : (kinds[template] ?? template)),
        },
        {
          key: 'status',
          header: labels.status,
          mobile: 'plain',
          render: (mail) => <StatusBadge kind="mailStatus" status={mail.status} />,
          secondary: ({ attempts, lastError }) => [
            attempts > 1 && labels.attemptsCount({ count: attempts }),
            lastError && (
              <span className={classes.why}>
                <span className={classes.whyName}>{labels.why}: </span>
                {lastError}
              </span>
            ),
          ],
        },
        {
          key: 'when',
          header: labels.when,
          render: ({ sentAt, dueAt, isNotice }) =>
            isNotice ? (
              <ListTime at={(sentAt ?? dueAt).slice(0, 10)} />
            ) : sentAt ? (
              <ListTime at={sentAt} />
            ) : (
              <ListTime at={dueAt} wrap={(when) => labels.dueAt({ when })} />
            ),
        },
      ]}
      rowActions={(mail) => canResend(mail) && <Retry {...mail} />}
    />
  );
}

function Retry({ id, recipient }: Mail) {
  const { t } = useWords('mailLog');
  const retry = useChange(retryMutation, { success: () => t.mailLog.retried({ recipient }) });
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={t.mailLog.retryFor({ recipient })}
      aria-disabled={retry.isPending}
      onClick={() => retry.isPending || retry.mutate({ id })}
    >
      {t.mailLog.retry}
    </Button>
  );
}
