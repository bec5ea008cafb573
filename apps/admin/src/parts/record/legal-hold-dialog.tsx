import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Dialog } from '../ui/dialog';
import { Form, useModelForm } from '../forms/form';
import { useToday } from '../../session/settings';
import { FormField } from '../forms/form-field';
import { liftHoldMutation, placeHoldMutation } from './queries';
import type { RecordKind, SealedRecord } from './sealed-record';

interface LegalHoldDialogProps {
  opened: boolean;
  onClose: () => void;
  kind: RecordKind;
  record: SealedRecord;
  onChanged: (change: Partial<SealedRecord>) => void;
}

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
  const { t } = useWords('advocacy');
  const words = t.advocacy.record;
  const { legalHold } = record;
  const place = useChange(placeHoldMutation, { quiet: true, sealed: true, success: () => words.holdDone });
  const lift = useChange(liftHoldMutation, { quiet: true, sealed: true, success: () => words.liftDone });
  const form = useModelForm(models.HoldInput, null, {
    omit: ['recordId', 'kind'],
    labels: {
      reason: t.common.reason,
      reasonHint: words.legalHoldReasonHint,
      until: words.holdUntil,
      untilHint: words.holdUntilHint,
    },
    change: legalHold ? lift : place,
    send: ({ reason, until }) => {
      const input = { recordId: record.id, kind, reason };
      const done = (change: Partial<SealedRecord>) => ({
        onSuccess: () => {
          onChanged(change);
          onClose();
        },
      });
      if (legalHold) lift.mutate({ input }, done({ legalHold: false, legalHoldReason: null, legalHoldUntil: null }));
      else {
        const held = { legalHold: true, legalHoldReason: reason, legalHoldUntil: until, purgeOn: null };
        place.mutate({ input: { ...input, until } }, done(held));
      }
    },
  });
  return (
    <Form
      form={form}
      submitLabel={legalHold ? words.liftSubmit : words.holdSubmit}
      onCancel={onClose}
      autoComplete="off"
    >
      <Text>{legalHold ? words.liftText : words.holdText}</Text>
      <FormField form={form} name="reason" autoFocus />
      {!legalHold && <FormField form={form} name="until" min={today} />}
    </Form>
  );
}
