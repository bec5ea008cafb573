import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Confirm } from '../parts/ui/confirm';
import { InfoIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { calendarDay } from '../parts/ui/dates';
import type { AdvocateKeys } from '../vault/queries';
import { makeTeamKey } from '../vault/sealing';
import { shareOf } from '../vault/use-vault';
import { useWords } from '../words/words';
import { Fingerprint } from './fingerprint';
import { createTeamKeyMutation } from './queries';

interface TeamKeyPartProps {
  keys: AdvocateKeys;
  onChanged: () => void;
}

/** The key is replaced when someone leaves the team. */
export function TeamKeyPart({ keys, onChanged }: TeamKeyPartProps) {
  const { t, labels, locale } = useWords('keys', 'vault');
  const [isConfirming, setIsConfirming] = useState(false);
  const { make, pending, error } = useMakeTeamKey(keys, () => {
    setIsConfirming(false);
    onChanged();
  });
  const current = keys.teamKeys.find(({ isCurrent }) => isCurrent);
  const olderCount = keys.teamKeys.length - (current ? 1 : 0);
  return (
    <Section title={labels.team}>
      <Stack gap="md" maw={640} align="flex-start">
        {current ? (
          <>
            <Text>
              {labels.teamSince({ when: calendarDay(locale, current.createdAt.slice(0, 10)) })}.{' '}
              {shareOf(current) ? (
                <Badge tone="good">{labels.teamHeld}</Badge>
              ) : (
                <Badge tone="warn">{labels.teamNotHeld}</Badge>
              )}
            </Text>
            <Fingerprint publicKey={current.publicKey} label={labels.fingerprint} />
            {olderCount > 0 && (
              <Text size="sm" c="dimmed">
                {labels.teamOld({ count: olderCount })}
              </Text>
            )}
            <Button variant="default" onClick={() => setIsConfirming(true)} disabled={!keys.mine}>
              {labels.rotate}
            </Button>
          </>
        ) : (
          <>
            <Text>{labels.teamNone}</Text>
            {keys.mine ? (
              <Button onClick={() => !pending && make()} aria-disabled={pending}>
                {pending ? labels.teamMaking : labels.teamMake}
              </Button>
            ) : (
              <Text c="dimmed">{labels.teamNeedsMine}</Text>
            )}
            {error != null && (
              <Alert color="clay" role="alert" icon={<InfoIcon />}>
                {t.vault.failed}
              </Alert>
            )}
          </>
        )}
      </Stack>
      <Confirm
        opened={isConfirming}
        onClose={() => setIsConfirming(false)}
        title={labels.rotateTitle}
        text={labels.rotateText}
        submitLabel={labels.rotateSubmit}
        pendingLabel={labels.teamMaking}
        pending={pending}
        error={error}
        tone="good"
        onConfirm={make}
      />
    </Section>
  );
}

/** Wraps the new key for the user's own key before sending it. */
function useMakeTeamKey({ mine }: AdvocateKeys, onMade: () => void) {
  const words = useWords('keys').t.keys;
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const create = useChange(createTeamKeyMutation, {
    quiet: true,
    sealed: true,
    success: () => words.teamMade,
    onDone: onMade,
  });
  const make = () => {
    if (!mine) return;
    setWorking(true);
    setFailure(null);
    makeTeamKey(mine.publicKey)
      .then((input) => create.mutateAsync({ input }))
      .catch(setFailure)
      .finally(() => setWorking(false));
  };
  return { make, pending: working, error: failure };
}
