import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { LockIcon, UnlockIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { WrongPassphrase, type OwnKey } from './sealing';
import { vault } from './vault';
import { useVaultOpen } from './use-vault';

/** The passphrase is used by Web Crypto only and never sent. */
export function Unlock({ ownKey, lead }: { ownKey: OwnKey; lead?: string }) {
  const { labels } = useWords('vault');
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'idle' | 'working' | 'wrong' | 'failed'>('idle');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || state === 'working') return;
    setState('working');
    vault.unlock(ownKey, passphrase).then(
      () => setPassphrase(''),
      (error: unknown) => setState(error instanceof WrongPassphrase ? 'wrong' : 'failed'),
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {lead && <Text>{lead}</Text>}
        <PasswordInput
          label={labels.passphrase}
          description={labels.passphraseHint}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={state === 'wrong' ? labels.wrong : undefined}
          visibilityToggleButtonProps={{ 'aria-label': labels.show }}
          maw={420}
        />
        {state === 'failed' && (
          <Alert color="clay" role="alert">
            {labels.failed}
          </Alert>
        )}
        <Group>
          <Button type="submit" leftSection={<UnlockIcon />} aria-disabled={state === 'working'}>
            {state === 'working' ? labels.unlocking : labels.unlock}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function LockNow() {
  const { t } = useWords('vault');
  if (!useVaultOpen()) return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t.vault.isOpen}
      </Text>
      <Button size="xs" variant="default" leftSection={<LockIcon size={16} />} onClick={vault.lock}>
        {t.vault.lockNow}
      </Button>
    </Group>
  );
}

/** True outside of secure contexts. */
export function isCryptoUnavailable(): boolean {
  return (globalThis.crypto as Crypto | undefined)?.subtle === undefined;
}
