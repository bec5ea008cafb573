import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { explain } from '../api/explain';
import { makeOwnKey } from '../vault/sealing';
import { vault } from '../vault/vault';
import { useWords } from '../words/words';
import classes from './keys.module.css';
import { createAdvocateKeyMutation } from './queries';
import { suggestPassphrase } from './suggest-passphrase';

const shortest = 15;

interface MakeKeyFormProps {
  /** Replaces a key after its passphrase was forgotten. Everything shared with the old key is lost. */
  replace?: boolean;
  onMade: () => void;
}

/** The passphrase never leaves this device; only the wrapped private key is sent. */
export function MakeKeyForm({ replace = false, onMade }: MakeKeyFormProps) {
  const { t, words: catalogue, locale } = useWords('keys', 'vault');
  const words = t.keys;
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [suggested, setSuggested] = useState('');
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle');
  const create = useChange(createAdvocateKeyMutation, { quiet: true, sealed: true, success: () => words.made });
  const short = [...passphrase].length < shortest;
  const differs = passphrase !== again;
  const working = state === 'working' || create.isPending;

  const make = async (): Promise<void> => {
    setState('working');
    try {
      const own = await makeOwnKey(passphrase);
      await create.mutateAsync({ input: { ...own, replace } });
      // Spares the user from typing the new passphrase a third time.
      vault.lock();
      await vault.unlock(own, passphrase);
      setState('idle');
      onMade();
    } catch {
      setState('failed');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short && !differs && !working) void make();
  };

  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <Stack gap="sm" maw={420}>
        <PasswordInput
          label={words.passphrase}
          description={words.passphraseHint}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={tried && short ? words.tooShort : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t.vault.show }}
        />
        {suggested !== '' && (
          <div role="status">
            <Text size="sm" c="dimmed">
              {words.suggested}
            </Text>
            <p className={classes.suggested}>{suggested}</p>
          </div>
        )}
        <PasswordInput
          label={words.again}
          autoComplete="off"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={tried && !short && differs ? words.differs : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t.vault.show }}
        />
        {state === 'failed' && (
          <Alert color="clay" role="alert">
            {create.error ? explain(catalogue, locale, create.error) : t.vault.failed}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" aria-disabled={working}>
            {working ? words.making : words.make}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              const found = suggestPassphrase();
              setSuggested(found);
              setPassphrase(found);
              setAgain('');
            }}
          >
            {words.suggest}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
