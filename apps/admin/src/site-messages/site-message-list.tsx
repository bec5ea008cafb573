import { Anchor, Button } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { exportAddress } from '../parts/lists/export-address';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Facts } from '../parts/ui/facts';
import { InboxIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { formatDateTime } from '../parts/ui/when';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import classes from './site-messages.module.css';

const messagesQuery = graphql(`
  query SiteMessages($filter: SiteMessageFilter, $first: Int, $after: String) {
    siteMessages(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          body
          language
          status
          chapterName
          answeredAt
          answeredByName
          receivedAt
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
type Message = ResultOf<typeof messagesQuery>['siteMessages']['edges'][number]['node'];

const setStatusMutation = graphql(`
  mutation SetSiteMessageStatus($id: ID!, $status: SiteMessageStatus!) {
    setSiteMessageStatus(id: $id, status: $status) {
      id
      status
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteSiteMessage($id: ID!) {
    deleteSiteMessage(id: $id) {
      ok
    }
  }
`);

/** What people wrote on the site, the last first; each opens where it stands. */
export function SiteMessageList() {
  const { t, words, locale } = useWords('siteMessages');
  const say = t.siteMessages;
  const state = useSearchState();
  const { mine } = useChapters();
  const [reading, setReading] = useState<Message | null>(null);
  const [deleting, setDeleting] = useState<Message | null>(null);
  const setStatus = useChange(setStatusMutation, {
    success: ({ setSiteMessageStatus }) => (setSiteMessageStatus.status === 'ANSWERED' ? say.answered : say.opened),
    onDone: () => setReading(null),
  });
  const file = exportAddress('site-messages', {
    status: state.get('status'),
    chapter: state.get('chapter'),
    text: state.get('text'),
  });
  const change = (message: Message) => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${message.status === 'OPEN' ? say.markAnswered : say.openAgain}: ${message.name}`}
      onClick={() => setStatus.mutate({ id: message.id, status: message.status === 'OPEN' ? 'ANSWERED' : 'OPEN' })}
    >
      {message.status === 'OPEN' ? say.markAnswered : say.openAgain}
    </Button>
  );
  return (
    <ListPage
      name="site-messages"
      title={say.title}
      lead={say.lead}
      buttons={
        <Button component="a" variant="default" href={file} download>
          {say.export}
        </Button>
      }
      document={messagesQuery}
      state={state}
      variables={{
        filter: {
          search: state.text(),
          status: state.one('status', words.enums.siteMessageStatus),
          chapterId: state.text('chapter'),
        },
      }}
      first={30}
      of="siteMessages"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[
        { name: 'status', label: say.status, names: words.enums.siteMessageStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: say.chapter,
          names: mine.map(({ id, name }) => [id, name] as const),
        },
      ]}
      none={{ title: say.noneTitle, text: say.noneText, icon: <InboxIcon size={26} /> }}
      noneFound={say}
      columns={[
        { key: 'name', header: say.from, under: ({ email }) => email },
        {
          key: 'body',
          header: say.message,
          cell: (message) => (
            <button type="button" className={classes.open} onClick={() => setReading(message)}>
              {message.body.slice(0, 120)}
              {message.body.length > 120 && '…'}
            </button>
          ),
        },
        {
          key: 'status',
          header: say.status,
          onCard: 'corner',
          cell: ({ status }) => <StatusBadge kind="siteMessageStatus" status={status} />,
        },
        { key: 'chapterName', header: say.chapter, cell: ({ chapterName }) => chapterName ?? say.organization },
        { key: 'receivedAt', header: say.received },
      ]}
      rowActions={change}
    >
      <Dialog opened={reading !== null} onClose={() => setReading(null)} title={reading?.name ?? ''}>
        {reading && (
          <>
            <Facts
              facts={[
                {
                  label: say.email,
                  value: (
                    <Anchor href={`mailto:${reading.email}`} underline="always">
                      {reading.email}
                    </Anchor>
                  ),
                },
                { label: say.chapter, value: reading.chapterName ?? say.organization },
                { label: say.received, value: formatDateTime(locale, reading.receivedAt) },
                {
                  label: say.answeredBy,
                  value:
                    reading.answeredAt &&
                    [reading.answeredByName, formatDateTime(locale, reading.answeredAt)].filter(Boolean).join(', '),
                },
              ]}
            />
            <p className={classes.body} lang={reading.language === 'ES' ? 'es' : 'en'}>
              {reading.body}
            </p>
            <div className={classes.buttons}>
              {change(reading)}
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  setDeleting(reading);
                  setReading(null);
                }}
              >
                {say.delete}
              </Button>
            </div>
          </>
        )}
      </Dialog>
      {deleting && (
        <ConfirmChange
          opened
          onClose={() => setDeleting(null)}
          title={say.deleteFor({ name: deleting.name })}
          text={say.deleteText}
          submit={say.delete}
          working={say.deleting}
          mutation={deleteMutation}
          variables={() => ({ id: deleting.id })}
          done={say.deleted}
        />
      )}
    </ListPage>
  );
}
