import { Button } from '@mantine/core';
import { useChange } from '../../api/use-api';
import { useSameKey } from '../../api/use-same-key';
import { useWords } from '../../words/words';
import { RepeatIcon } from '../ui/icons';
import { Section } from '../ui/section';
import { Conversation, type Line } from './conversation';
import { writeToPersonMutation, type Message } from './queries';
import classes from './record.module.css';
import { isMineToChange, isOpen, type RecordKind, type SealedRecord } from './sealed-record';

interface PersonTalkProps {
  kind: RecordKind;
  record: SealedRecord;
  onWritten: (message: Message) => void;
  /** Reads the record again, which is noted. */
  onLook: () => void;
  looking: boolean;
}

/** The conversation with the person, who reads it with their code. */
export function PersonTalk({ kind, record, onWritten, onLook, looking }: PersonTalkProps) {
  const { t } = useWords('advocacy');
  const { talk } = t.advocacy;
  const lines = useLines(record.messages);
  const keyFor = useSameKey();
  const write = useChange(writeToPersonMutation, { quiet: true, sealed: true });
  return (
    <Section
      title={talk.withPerson}
      lead={talk.withPersonLead}
      actions={
        <Button variant="default" size="xs" leftSection={<RepeatIcon size={16} />} onClick={onLook} loading={looking}>
          {talk.again}
        </Button>
      }
    >
      <Conversation
        label={talk.withPerson}
        lines={lines}
        none={talk.nonePerson}
        write={
          isMineToChange(record)
            ? {
                label: talk.writePerson,
                hint: talk.writePersonHint,
                submit: talk.sendPerson,
                pending: write.isPending,
                error: write.error,
                onSend: (body, sent) => {
                  const input = { recordId: record.id, kind, body };
                  write.mutate(
                    { input: { ...input, idempotencyKey: keyFor(input) } },
                    {
                      onSuccess: ({ writeToPerson }) => {
                        sent();
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
      {isOpen(record) && !record.takenByMe && <TakeFirst />}
    </Section>
  );
}

/** Why nothing can be written here yet. */
export function TakeFirst() {
  const { record } = useWords('advocacy').t.advocacy;
  return <p className={classes.takeFirst}>{record.takeFirst}</p>;
}

/** Messages as lines of a conversation; ours are those of any advocate. */
export function useLines(messages: readonly Message[]): Line[] {
  const { t } = useWords('advocacy');
  const { talk } = t.advocacy;
  const names = { ADVOCATE: talk.advocate, PERSON: talk.person, BUSINESS: talk.business };
  return messages.map(({ id, fromWhom, authorName, body, at, readAt }) => ({
    id,
    who: authorName ?? names[fromWhom],
    ours: fromWhom === 'ADVOCATE',
    body,
    at,
    readAt,
  }));
}
