import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { InfoIcon, KeyIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import type { AdvocateKeys } from '../vault/queries';
import { Unlock } from '../vault/unlock';
import { useVaultOpen } from '../vault/use-vault';
import { useWords } from '../words/words';
import { Fingerprint } from './fingerprint';
import { MakeKeyForm } from './make-key-form';

interface KeysProps {
  keys: AdvocateKeys;
  onChanged: () => void;
}

/** Shows the user's key pair and warns that a lost passphrase can't be recovered. */
export function MyKey({ keys: { mine }, onChanged }: KeysProps) {
  const { t } = useWords('keys');
  const words = t.keys;
  const open = useVaultOpen();
  const [renewing, setRenewing] = useState(false);
  return (
    <Section title={words.mine}>
      <Stack gap="md" maw={640}>
        {mine ? (
          <>
            <Fingerprint publicKey={mine.publicKey} label={words.fingerprint} hint={words.fingerprintHint} />
            {!open && <Unlock mine={mine} lead={words.locked} />}
          </>
        ) : (
          <>
            <Text>{words.mineNone}</Text>
            <MakeKeyForm onMade={onChanged} />
          </>
        )}
        <Alert color="amber" icon={<InfoIcon />} title={words.honestTitle}>
          {words.honest}
        </Alert>
        {mine && (
          <div>
            <Button variant="default" leftSection={<KeyIcon />} onClick={() => setRenewing(true)}>
              {words.renew}
            </Button>
          </div>
        )}
      </Stack>
      <Dialog opened={renewing} onClose={() => setRenewing(false)} title={words.renewTitle}>
        <Stack>
          <Text>{words.renewText}</Text>
          <MakeKeyForm
            replace
            onMade={() => {
              setRenewing(false);
              onChanged();
            }}
          />
        </Stack>
      </Dialog>
    </Section>
  );
}
