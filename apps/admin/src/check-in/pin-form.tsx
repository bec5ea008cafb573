import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Form, useModelForm } from '../parts/forms/form';
import { Dialog } from '../parts/ui/dialog';
import { LockIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { formOnly } from '../parts/forms/form-only-fields';
import { pinPattern } from './door-keys';
import { setPin, unlockDoor } from './check-in-list-store';

interface PinDialogProps {
  eventId: string;
  opened: boolean;
  onClose: () => void;
  onSet: () => void;
}

export function PinDialog({ eventId, opened, onClose, onSet }: PinDialogProps) {
  const { t } = useWords('checkIn');
  return (
    <Dialog opened={opened} onClose={onClose} title={t.checkIn.pin.title}>
      <NewPin eventId={eventId} onClose={onClose} onSet={onSet} />
    </Dialog>
  );
}

function NewPin({ eventId, onClose, onSet }: Omit<PinDialogProps, 'opened'>) {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.pin;
  const [isPending, work] = useState(false);
  const form = useModelForm({ pin: formOnly.text, again: formOnly.text }, null, {
    labels,
    required: ['pin', 'again'],
    problems: ({ pin, again }) => ({
      pin: pinPattern.test(pin) ? undefined : labels.digits,
      again: again === pin ? undefined : labels.different,
    }),
    change: { isPending, error: null },
    send: ({ pin }) => {
      work(true);
      void setPin(eventId, pin)
        .then(onSet)
        .finally(() => work(false));
    },
  });
  const { field } = form;
  return (
    <Form form={form} submitLabel={labels.submit} pendingLabel={labels.working} onCancel={onClose}>
      <Text>{labels.text}</Text>
      <Text c="dimmed">{labels.limits}</Text>
      <PasswordInput
        label={labels.label}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        data-autofocus
        {...field('pin')}
      />
      <PasswordInput label={labels.again} inputMode="numeric" autoComplete="off" maxLength={12} {...field('again')} />
    </Form>
  );
}

interface LockedListProps {
  eventId: string;
  hasPin: boolean;
  onOpen: () => void;
}

/** Shown without a network: the list is on this device and needs its PIN, or a network. */
export function LockedList({ eventId, hasPin, onOpen }: LockedListProps) {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.pin;
  const [pin, type] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [working, work] = useState(false);
  const [gone, leave] = useState(false);
  if (!hasPin || gone) {
    return (
      <Alert color="amber" icon={<LockIcon />} title={labels.lockedTitle}>
        {gone ? labels.gone : labels.lockedNoPin}
      </Alert>
    );
  }
  const open = async () => {
    work(true);
    const result = await unlockDoor(eventId, pin, new Date()).finally(() => work(false));
    type('');
    if (result.kind === 'open') return onOpen();
    if (result.kind === 'gone') return leave(true);
    setWrong(labels.wrong({ left: result.triesLeft }));
  };
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (!working && pin !== '') void open();
      }}
    >
      <Stack>
        <Alert color="amber" icon={<LockIcon />} title={labels.lockedTitle}>
          {labels.lockedText}
        </Alert>
        <PasswordInput
          size="md"
          label={labels.label}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={pin}
          error={wrong}
          onChange={(changed) => type(changed.currentTarget.value)}
        />
        <Button size="md" type="submit" aria-disabled={working}>
          {working ? t.common.opening : labels.open}
        </Button>
      </Stack>
    </form>
  );
}
