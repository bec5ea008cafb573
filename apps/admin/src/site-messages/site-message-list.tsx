import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { exportAddress } from '../parts/lists/export-address';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Facts } from '../parts/ui/facts';
import { InboxIcon } from '../parts/ui/icons';
import { IfMayChange } from '../parts/ui/page-access';
import { formatDateTime } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { MessageText } from './message-text';
import { deleteMutation, messagesQuery, type SiteMessage } from './queries';
import classes from './site-messages.module.css';
import { StatusButton } from './status-button';

export function SiteMessageList() {
  const { t, labels, words, locale } = useWords('siteMessages');
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const [openMessage, setOpenMessage] = useState<SiteMessage | null>(null);
  const [messageToDelete, setMessageToDelete] = useState<SiteMessage | null>(null);
  const kind = state.oneOf('kind', labels.kinds);
  const file = exportAddress('site-messages', {
    kind: state.get('kind'),
    status: state.get('status'),
    chapter: state.get('chapter'),
    text: state.get('text'),
  });
  return (
    <ListPage
      name="site-messages"
      labels={{ ...labels, title: t.common.messages, list: t.common.messages }}
      buttons={
        <Button component="a" variant="default" href={file} download>
          {labels.export}
        </Button>
      }
      document={messagesQuery}
      variables={{
        filter: {
          search: state.text(),
          status: state.oneOf('status', words.enums.siteMessageStatus),
          chapterId: state.text('chapter'),
          isReply: kind && kind === 'replies',
        },
      }}
      first={30}
      path="siteMessages"
      search={{ label: t.common.search, hint: labels.searchHint }}
      filters={[
        { name: 'status', label: t.common.status, options: words.enums.siteMessageStatus },
        { name: 'kind', label: labels.kind, options: labels.kinds },
        mine.length > 1 && {
          name: 'chapter',
          label: t.shared.for,
          options: mine.map(({ id, name }) => [id, name] as const),
        },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <InboxIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: t.shared.from,
          secondary: ({ email, isAutomatic }) => [email, isAutomatic && labels.automatic],
        },
        {
          key: 'body',
          header: t.common.message,
          render: (message) => (
            <button type="button" className={classes.open} onClick={() => setOpenMessage(message)}>
              {message.body.slice(0, 120)}
              {message.body.length > 120 && '…'}
            </button>
          ),
        },
        { key: 'status', header: t.common.status, badge: 'siteMessageStatus', mobile: 'corner' },
        {
          key: 'chapterName',
          header: t.shared.for,
          render: ({ chapterName }) => chapterName ?? t.shared.theOrganization,
        },
        { key: 'receivedAt', header: t.shared.received },
      ]}
      rowActions={(message) => <StatusButton message={message} />}
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
                {
                  label: t.common.volunteer,
                  value: openMessage.volunteerId && (
                    <Link to={`/volunteers/${openMessage.volunteerId}`}>{labels.openPerson}</Link>
                  ),
                },
                { label: labels.subject, value: openMessage.subject },
                { label: t.shared.for, value: openMessage.chapterName ?? t.shared.theOrganization },
                { label: t.shared.received, value: formatDateTime(locale, openMessage.receivedAt) },
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
            <MessageText message={openMessage} />
            <IfMayChange>
              <div className={classes.buttons}>
                <StatusButton message={openMessage} onDone={() => setOpenMessage(null)} />
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => {
                    setMessageToDelete(openMessage);
                    setOpenMessage(null);
                  }}
                >
                  {t.shared.delete}
                </Button>
              </div>
            </IfMayChange>
          </>
        )}
      </Dialog>
      {messageToDelete && (
        <ConfirmChange
          onClose={() => setMessageToDelete(null)}
          title={labels.deleteFor({ name: messageToDelete.name })}
          text={labels.deleteText}
          submitLabel={t.shared.delete}
          pendingLabel={t.common.deleting}
          mutation={deleteMutation}
          variables={() => ({ id: messageToDelete.id })}
          successMessage={labels.deleted}
        />
      )}
    </ListPage>
  );
}
