import { Button } from '@mantine/core';
import { ask } from '../api/ask';
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

const didNotArrive = ['FAILED', 'BOUNCED'] as const;
const mayGoAgain = ({ status }: Mail) => status === 'FAILED' || status === 'BOUNCED';

/** Outgoing mail: what went, what did not and why, and the way to send it again. */
export function MailLog() {
  const { t, words } = useWords('mailLog');
  const state = useSearchState();
  const say = t.mailLog;
  const kinds: Record<string, string> = say.templates;
  const status = state.one('status', words.enums.mailStatus);
  const trouble = state.get('status') === 'trouble';
  const onlyTrouble = trouble && !state.narrowed(['recipient', 'template']);
  return (
    <ListPage
      name="mail"
      title={say.title}
      lead={say.lead}
      document={mailLogQuery}
      state={state}
      variables={{
        filter: {
          status: trouble ? [...didNotArrive] : status && [status],
          template: state.text('template'),
          recipient: state.text('recipient'),
        },
      }}
      first={30}
      of="mailLog"
      label={say.list}
      what={say.what}
      search={{ label: say.recipient, hint: say.recipientHint, name: 'recipient' }}
      filters={[
        {
          name: 'status',
          label: say.status,
          any: say.anyStatus,
          names: { trouble: say.trouble, ...words.enums.mailStatus },
        },
        { name: 'template', label: say.template, any: say.anyTemplate, names: say.templates },
      ]}
      none={
        onlyTrouble
          ? { title: say.noTroubleTitle, text: say.noTroubleText, icon: <CheckIcon size={26} /> }
          : { title: say.noneTitle, text: say.noneText, icon: <MailIcon size={26} /> }
      }
      noneFound={onlyTrouble ? undefined : say}
      bulk={{
        label: say.retry,
        can: mayGoAgain,
        each: ({ id }) => ask(retryMutation, { id }),
        done: (count) => say.retriedMany({ count }),
      }}
      columns={[
        {
          key: 'recipient',
          header: say.recipient,
          cell: ({ recipient, isNotice }) => (isNotice ? say.noticeRecipient : recipient),
          under: ({ template, isNotice }) => (isNotice ? say.noticeHint : (kinds[template] ?? template)),
        },
        {
          key: 'status',
          header: say.status,
          onCard: 'plain',
          width: '40%',
          cell: (mail) => <StatusBadge kind="mailStatus" status={mail.status} />,
          under: ({ attempts, lastError }) => [
            attempts > 1 && say.attemptsCount({ count: attempts }),
            lastError && (
              <span className={classes.why}>
                <span className={classes.whyName}>{say.why}: </span>
                {lastError}
              </span>
            ),
          ],
        },
        {
          key: 'when',
          header: say.when,
          cell: ({ sentAt, dueAt, isNotice }) =>
            isNotice ? (
              <ListTime at={(sentAt ?? dueAt).slice(0, 10)} />
            ) : sentAt ? (
              <ListTime at={sentAt} />
            ) : (
              <ListTime at={dueAt} say={(when) => say.dueAt({ when })} />
            ),
        },
      ]}
      rowActions={(mail) => mayGoAgain(mail) && <Retry {...mail} />}
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
