import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { explain } from '../api/explain';
import { notify } from '../parts/notifications/notify';
import type { AdvocateKeys } from '../vault/queries';
import { shareTeamKey } from '../vault/sealing';
import { Unlock } from '../vault/unlock';
import { shareOf, useVaultOpen } from '../vault/use-vault';
import { vault } from '../vault/vault';
import { useWords } from '../words/words';
import { canShare, type Colleague } from './can-share';
import { Fingerprint } from './fingerprint';
import { shareTeamKeyMutation } from './queries';

interface ShareFormProps {
  keys: AdvocateKeys;
  colleague: Colleague;
  onDone: () => void;
}

/** Both must compare the fingerprint of the colleague's key first. */
export function ShareForm({ keys, colleague, onDone }: ShareFormProps) {
  const { t, words: catalogue, locale } = useWords('keys', 'vault');
  const words = t.keys;
  const open = useVaultOpen();
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState(false);
  const share = useChange(shareTeamKeyMutation, { quiet: true, sealed: true });
  const { publicKey, name, accountId } = colleague;

  const run = async (): Promise<void> => {
    const { key } = vault;
    if (!key || !publicKey || working) return;
    setWorking(true);
    setFailed(false);
    try {
      for (const team of canShare(keys, colleague)) {
        const mine = shareOf(team);
        if (!mine) continue;
        const theirs = await shareTeamKey(mine, key, publicKey);
        await share.mutateAsync({ input: { accountId, keyId: team.keyId, ...theirs } });
      }
      notify.success(words.shared({ name }));
      onDone();
    } catch {
      setFailed(true);
    } finally {
      setWorking(false);
    }
  };

  if (!publicKey || !keys.mine) return null;
  if (!open) return <Unlock ownKey={keys.mine} lead={words.locked} />;
  return (
    <Stack>
      <Text>{words.shareText({ name })}</Text>
      <Fingerprint publicKey={publicKey} label={words.shareFingerprint({ name })} />
      {failed && (
        <Alert color="clay" role="alert">
          {share.error ? explain(catalogue, locale, share.error) : t.vault.failed}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button onClick={() => void run()} aria-disabled={working}>
          {working ? words.sharing : words.shareSubmit}
        </Button>
      </Group>
    </Stack>
  );
}
