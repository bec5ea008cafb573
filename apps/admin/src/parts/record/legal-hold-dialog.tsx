import { Text, Textarea, TextInput } from '@mantine/core';
import { useChange } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Dialog } from '../ui/dialog';
import { Form } from '../forms/form';
import { useMutationForm } from '../forms/use-mutation-form';
import { useToday } from '../../session/settings';
import { liftHoldMutation, placeHoldMutation } from './queries';
import type { RecordKind, SealedRecord } from './sealed-record';

interface LegalHoldDialogProps {
  opened: boolean;
  onClose: () => void;
  kind: RecordKind;
  record: SealedRecord;
  onChanged: (change: Partial<SealedRecord>) => void;
}

/** Places a legal hold on a record, or releases it, so that retention can delete it. */
export function LegalHoldDialog(props: LegalHoldDialogProps) {
  const words = useWords('advocacy').t.advocacy.record;
  const { opened, onClose, record } = props;
  return (
    <Dialog opened={opened} onClose={onClose} title={record.legalHold ? words.liftTitle : words.holdTitle}>
      <LegalHoldForm {...props} />
    </Dialog>
  );
}

function LegalHoldForm({ onClose, kind, record, onChanged }: LegalHoldDialogProps) {
  const today = useToday();
  const words = useWords('advocacy').t.advocacy.record;
  const { legalHold } = record;
  const place = useChange(placeHoldMutation, { quiet: true, sealed: true, success: () => words.holdDone });
  const lift = useChange(liftHoldMutation, { quiet: true, sealed: true, success: () => words.liftDone });
  const { isPending, error } = legalHold ? lift : place;
  const send = ({ reason, until: day }: { reason: string; until: string }) => {
    const input = { recordId: record.id, kind, reason };
    const done = (change: Partial<SealedRecord>) => ({
      onSuccess: () => {
        onChanged(change);
        onClose();
      },
    });
    if (legalHold) lift.mutate({ input }, done({ legalHold: false, holdReason: null, heldUntil: null }));
    else {
      const until = day || null;
      place.mutate(
        { input: { ...input, until } },
        done({ legalHold: true, holdReason: reason, heldUntil: until, purgeOn: null }),
      );
    }
  };
  const form = useMutationForm({
    initial: { reason: '', until: '' },
    required: ['reason'],
    change: { isPending, error },
    send,
  });
  const { field } = form;
  return (
    <Form
      form={form}
      submitLabel={legalHold ? words.liftSubmit : words.holdSubmit}
      pendingLabel={words.working}
      onCancel={onClose}
      autoComplete="off"
    >
      <Text>{legalHold ? words.liftText : words.holdText}</Text>
      <Textarea
        label={words.holdReason}
        description={words.holdReasonHint}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        {...field('reason')}
      />
      {!legalHold && (
        <TextInput
          type="date"
          label={words.holdUntil}
          description={words.holdUntilHint}
          min={today}
          {...field('until')}
        />
      )}
    </Form>
  );
}
