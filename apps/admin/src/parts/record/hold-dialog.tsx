import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Dialog } from '../ui/dialog';
import { FormFoot } from '../forms/form-foot';
import { useFields } from '../forms/use-fields';
import { today } from '../ui/when';
import { liftHoldMutation, placeHoldMutation } from './queries';
import type { RecordKind, SealedRecord } from './sealed-record';

interface HoldDialogProps {
  opened: boolean;
  onClose: () => void;
  kind: RecordKind;
  record: SealedRecord;
  onChanged: (change: Partial<SealedRecord>) => void;
}

/** Keeps a record from being erased by the calendar, or lets the calendar have it again. */
export function HoldDialog(props: HoldDialogProps) {
  const words = useWords().t.advocacy.record;
  const { opened, onClose, record } = props;
  return (
    <Dialog opened={opened} onClose={onClose} title={record.legalHold ? words.liftTitle : words.holdTitle}>
      <HoldForm {...props} />
    </Dialog>
  );
}

function HoldForm({ onClose, kind, record, onChanged }: HoldDialogProps) {
  const words = useWords().t.advocacy.record;
  const { legalHold } = record;
  const place = useChange(placeHoldMutation, { quiet: true, sealed: true, success: () => words.holdDone });
  const lift = useChange(liftHoldMutation, { quiet: true, sealed: true, success: () => words.liftDone });
  const { isPending, error } = legalHold ? lift : place;
  const { values, field, complete, shown } = useFields({ reason: '', until: '' }, ['reason'], error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || isPending) return;
    const reason = values.reason.trim();
    const input = { recordId: record.id, kind, reason };
    const done = (change: Partial<SealedRecord>) => ({
      onSuccess: () => {
        onChanged(change);
        onClose();
      },
    });
    if (legalHold) lift.mutate({ input }, done({ legalHold: false, holdReason: null, heldUntil: null }));
    else {
      const until = values.until || null;
      place.mutate(
        { input: { ...input, until } },
        done({ legalHold: true, holdReason: reason, heldUntil: until, purgeOn: null }),
      );
    }
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <Stack>
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
            min={today()}
            {...field('until')}
          />
        )}
        <FormFoot
          submit={legalHold ? words.liftSubmit : words.holdSubmit}
          working={words.working}
          pending={isPending}
          error={error}
          shown={shown}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
