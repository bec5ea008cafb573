import { Button } from '@mantine/core';
import { useChange } from '../../api/use-api';
import { useIdempotencyKey } from '../../api/use-same-key';
import { useWords } from '../../words/words';
import { RepeatIcon } from '../ui/icons';
import { Section } from '../ui/section';
import { Conversation, type Line } from './conversation';
import { writeToPersonMutation, type Message } from './queries';
import { PersonNoticeText } from './person-notice';
import classes from './record.module.css';
import { canEdit, isOpen, type RecordKind, type SealedRecord } from './sealed-record';

interface PersonTalkProps {
  kind: RecordKind;
  record: SealedRecord;
  onWritten: (message: Message) => void;
  onReload: () => void;
  isReloading: boolean;
}

/** Conversation with the person, who reads it with their code. */
export function PersonConversation({ kind, record, onWritten, onReload, isReloading }: PersonTalkProps) {
  const { t } = useWords('advocacy');
  const { talk } = t.advocacy;
  const lines = useLines(record.messages);
  const keyFor = useIdempotencyKey();
  const write = useChange(writeToPersonMutation, { quiet: true, sealed: true });
  return (
    <Section
      title={talk.withPerson}
      lead={talk.withPersonLead}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<RepeatIcon size={16} />}
          onClick={onReload}
          loading={isReloading}
        >
          {talk.again}
        </Button>
      }
    >
      <Conversation
        label={talk.withPerson}
        lines={lines}
        emptyText={t.shared.noMessagesYet}
        write={
          canEdit(record)
            ? {
                note: <PersonNoticeText notice={record.notice} channel={record.safeContact.channel} />,
                label: talk.writePerson,
                hint: talk.writePersonHint,
                submit: talk.sendPerson,
                pending: write.isPending,
                error: write.error,
                onSend: (body, onSent) => {
                  const input = { recordId: record.id, kind, body };
                  write.mutate(
                    { input: { ...input, idempotencyKey: keyFor(input) } },
                    {
                      onSuccess: ({ writeToPerson }) => {
                        onSent();
                        write.reset();
                        onWritten(writeToPerson);
                      },
                    },
                  );
                },
              }
            : undefined
        }
      />
      {isOpen(record) && !record.takenByMe && <TakeRecordNotice />}
    </Section>
  );
}

export function TakeRecordNotice() {
  const { record } = useWords('advocacy').t.advocacy;
  return <p className={classes.takeFirst}>{record.takeFirst}</p>;
}

/** Returns messages as conversation lines. Replies show as sent by an advocate. */
export function useLines(messages: readonly Message[]): Line[] {
  const { t } = useWords('advocacy');
  const { talk } = t.advocacy;
  const names = { ADVOCATE: talk.advocate, PERSON: talk.person, BUSINESS: talk.business };
  return messages.map(({ id, sender, authorName, body, at, readAt }) => ({
    id,
    author: authorName ?? names[sender],
    isOurs: sender === 'ADVOCATE',
    body,
    at,
    readAt,
  }));
}
