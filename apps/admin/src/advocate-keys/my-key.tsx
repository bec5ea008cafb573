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

export function MyKey({ keys: { mine }, onChanged }: KeysProps) {
  const { labels } = useWords('keys');
  const isVaultOpen = useVaultOpen();
  const [isRenewing, setIsRenewing] = useState(false);
  return (
    <Section title={labels.mine}>
      <Stack gap="md" maw={640}>
        {mine ? (
          <>
            <Fingerprint publicKey={mine.publicKey} label={labels.fingerprint} hint={labels.fingerprintHint} />
            {!isVaultOpen && <Unlock ownKey={mine} lead={labels.locked} />}
          </>
        ) : (
          <>
            <Text>{labels.mineNone}</Text>
            <MakeKeyForm onMade={onChanged} />
          </>
        )}
        <Alert color="amber" icon={<InfoIcon />} title={labels.honestTitle}>
          {labels.honest}
        </Alert>
        {mine && (
          <div>
            <Button variant="default" leftSection={<KeyIcon />} onClick={() => setIsRenewing(true)}>
              {labels.renew}
            </Button>
          </div>
        )}
      </Stack>
      <Dialog opened={isRenewing} onClose={() => setIsRenewing(false)} title={labels.renewTitle}>
        <Stack>
          <Text>{labels.renewText}</Text>
          <MakeKeyForm
            replace
            onMade={() => {
              setIsRenewing(false);
              onChanged();
            }}
          />
        </Stack>
      </Dialog>
    </Section>
  );
}
