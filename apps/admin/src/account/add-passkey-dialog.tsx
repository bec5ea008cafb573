import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { deviceOf } from '@upstander/web-kit';
import { useState, type FormEvent } from 'react';
import { requestWithProof } from '../api/use-api';
import { notify } from '../parts/notifications/notify';
import { Dialog } from '../parts/ui/dialog';
import { Refused } from '../session/refused';
import { useWords } from '../words/words';
import { addPasskeyMutation, beginPasskeyMutation } from './queries';

interface AddPasskeyDialogProps {
  onAdded: () => void;
  onClose: () => void;
}

/** Names the passkey first, because the browser's own dialog comes last. */
export function AddPasskeyDialog({ onAdded, onClose }: AddPasskeyDialogProps) {
  const { t } = useWords('account');
  const labels = t.account.passkeys;
  const device = deviceOf(navigator.userAgent);
  const [name, setName] = useState(device ? t.account.browserOn(device) : '');
  const [isNameMissing, setIsNameMissing] = useState(false);
  const add = useMutation({
    mutationFn: async () => {
      const { beginPasskey } = await requestWithProof(beginPasskeyMutation, {});
      const { createPasskey } = await import('../session/passkey-flows');
      const attestation = await createPasskey(beginPasskey);
      return requestWithProof(addPasskeyMutation, { input: { name, attestation } });
    },
    onSuccess: () => {
      notify.success(labels.addedMessage);
      onAdded();
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsNameMissing(name.trim() === '');
    if (name.trim() !== '' && !add.isPending) add.mutate();
  };

  return (
    <Dialog onClose={onClose} title={t.account.passkeys.add}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{labels.addText}</Text>
          <Refused error={add.error} />
          <TextInput
            label={t.common.name}
            description={labels.nameHint}
            value={name}
            maxLength={60}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={isNameMissing ? t.fieldReasons.required : undefined}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" aria-disabled={add.isPending}>
              {add.isPending ? t.signIn.passkeyWaiting : t.common.continue}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
