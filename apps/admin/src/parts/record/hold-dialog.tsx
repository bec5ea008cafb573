import { useChange } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Confirm } from '../confirm';
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
export function HoldDialog({ opened, onClose, kind, record, onChanged }: HoldDialogProps) {
  const words = useWords().t.advocacy.record;
  const { legalHold } = record;
  const place = useChange(placeHoldMutation, {
    quiet: true,
    sealed: true,
    success: () => words.holdDone,
    onDone: () => {
      onChanged({ legalHold: true, purgeOn: null });
      onClose();
    },
  });
  const lift = useChange(liftHoldMutation, {
    quiet: true,
    sealed: true,
    success: () => words.liftDone,
    onDone: () => {
      onChanged({ legalHold: false });
      onClose();
    },
  });
  const change = legalHold ? lift : place;
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={legalHold ? words.liftTitle : words.holdTitle}
      text={legalHold ? words.liftText : words.holdText}
      reason={{ label: words.holdReason, hint: words.holdReasonHint, required: true }}
      submit={legalHold ? words.liftSubmit : words.holdSubmit}
      working={words.working}
      pending={change.isPending}
      error={change.error}
      onConfirm={(reason) => change.mutate({ input: { recordId: record.id, kind, reason } })}
    />
  );
}
