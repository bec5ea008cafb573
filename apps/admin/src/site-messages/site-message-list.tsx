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
import { formatDateTime } from '../parts/ui/dates';
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

export function SiteMessageList() {
  const { t, words, locale } = useWords('siteMessages');
  const labels = t.siteMessages;
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const [openMessage, setOpenMessage] = useState<Message | null>(null);
  const [messageToDelete, setMessageToDelete] = useState<Message | null>(null);
  const setStatus = useChange(setStatusMutation, {
    success: ({ setSiteMessageStatus }) =>
      setSiteMessageStatus.status === 'ANSWERED' ? labels.answered : labels.opened,
    onDone: () => setOpenMessage(null),
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
      aria-label={`${message.status === 'OPEN' ? labels.markAnswered : labels.openAgain}: ${message.name}`}
      onClick={() => setStatus.mutate({ id: message.id, status: message.status === 'OPEN' ? 'ANSWERED' : 'OPEN' })}
    >
      {message.status === 'OPEN' ? labels.markAnswered : labels.openAgain}
    </Button>
  );
  return (
    <ListPage
      name="site-messages"
      title={labels.title}
      lead={labels.lead}
      buttons={
        <Button component="a" variant="default" href={file} download>
          {labels.export}
        </Button>
      }
      document={messagesQuery}
      state={state}
      variables={{
        filter: {
          search: state.text(),
          status: state.oneOf('status', words.enums.siteMessageStatus),
          chapterId: state.text('chapter'),
        },
      }}
      first={30}
      path="siteMessages"
      label={labels.list}
      noun={labels.what}
      search={{ label: labels.search, hint: labels.searchHint }}
      filters={[
        { name: 'status', label: labels.status, options: words.enums.siteMessageStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: labels.chapter,
          options: mine.map(({ id, name }) => [id, name] as const),
        },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <InboxIcon size={26} /> }}
      noMatches={labels}
      columns={[
        { key: 'name', header: labels.from, secondary: ({ email }) => email },
        {
          key: 'body',
          header: labels.message,
          render: (message) => (
            <button type="button" className={classes.open} onClick={() => setOpenMessage(message)}>
              {message.body.slice(0, 120)}
              {message.body.length > 120 && '…'}
            </button>
          ),
        },
        {
          key: 'status',
          header: labels.status,
          mobile: 'corner',
          render: ({ status }) => <StatusBadge kind="siteMessageStatus" status={status} />,
        },
        { key: 'chapterName', header: labels.chapter, render: ({ chapterName }) => chapterName ?? labels.organization },
        { key: 'receivedAt', header: labels.received },
      ]}
      rowActions={change}
    >
      <Dialog opened={openMessage !== null} onClose={() => setOpenMessage(null)} title={openMessage?.name ?? ''}>
        {openMessage && (
          <>
            <Facts
              facts={[
                {
                  label: labels.email,
                  value: (
                    <Anchor href={`mailto:${openMessage.email}`} underline="always">
                      {openMessage.email}
                    </Anchor>
                  ),
                },
                { label: labels.chapter, value: openMessage.chapterName ?? labels.organization },
                { label: labels.received, value: formatDateTime(locale, openMessage.receivedAt) },
                {
                  label: labels.answeredBy,
                  value:
                    openMessage.answeredAt &&
                    [openMessage.answeredByName, formatDateTime(locale, openMessage.answeredAt)]
                      .filter(Boolean)
                      .join(', '),
                },
              ]}
            />
            <p className={classes.body} lang={openMessage.language === 'ES' ? 'es' : 'en'}>
              {openMessage.body}
            </p>
            <div className={classes.buttons}>
              {change(openMessage)}
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  setMessageToDelete(openMessage);
                  setOpenMessage(null);
                }}
              >
                {labels.delete}
              </Button>
            </div>
          </>
        )}
      </Dialog>
      {messageToDelete && (
        <ConfirmChange
          opened
          onClose={() => setMessageToDelete(null)}
          title={labels.deleteFor({ name: messageToDelete.name })}
          text={labels.deleteText}
          submitLabel={labels.delete}
          pendingLabel={labels.deleting}
          mutation={deleteMutation}
          variables={() => ({ id: messageToDelete.id })}
          successMessage={labels.deleted}
        />
      )}
    </ListPage>
  );
}
