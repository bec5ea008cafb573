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

/** The key that browsers seal for. It is replaced when someone leaves the team. */
export function TeamKeyPart({ keys, onChanged }: TeamKeyPartProps) {
  const { t, locale } = useWords('keys', 'vault');
  const words = t.keys;
  const [asking, setAsking] = useState(false);
  const { make, pending, error } = useMakeTeamKey(keys, () => {
    setAsking(false);
    onChanged();
  });
  const current = keys.teamKeys.find(({ isCurrent }) => isCurrent);
  const older = keys.teamKeys.length - (current ? 1 : 0);
  return (
    <Section title={words.team}>
      <Stack gap="md" maw={640} align="flex-start">
        {current ? (
          <>
            <Text>
              {words.teamSince({ when: calendarDay(locale, current.createdAt.slice(0, 10)) })}.{' '}
              {shareOf(current) ? (
                <Badge tone="good">{words.teamHeld}</Badge>
              ) : (
                <Badge tone="warn">{words.teamNotHeld}</Badge>
              )}
            </Text>
            <Fingerprint publicKey={current.publicKey} label={words.fingerprint} />
            {older > 0 && (
              <Text size="sm" c="dimmed">
                {words.teamOld({ count: older })}
              </Text>
            )}
            <Button variant="default" onClick={() => setAsking(true)} disabled={!keys.mine}>
              {words.rotate}
            </Button>
          </>
        ) : (
          <>
            <Text>{words.teamNone}</Text>
            {keys.mine ? (
              <Button onClick={() => !pending && make()} aria-disabled={pending}>
                {pending ? words.teamMaking : words.teamMake}
              </Button>
            ) : (
              <Text c="dimmed">{words.teamNeedsMine}</Text>
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
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.rotateTitle}
        text={words.rotateText}
        submitLabel={words.rotateSubmit}
        pendingLabel={words.teamMaking}
        pending={pending}
        error={error}
        tone="good"
        onConfirm={make}
      />
    </Section>
  );
}

/** Generates the team key in the browser and wraps it for the user's own key before sending it. */
function useMakeTeamKey({ mine }: AdvocateKeys, onMade: () => void) {
  const words = useWords('keys').t.keys;
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const create = useChange(createTeamKeyMutation, {
    quiet: true,
    sealed: true,
    success: () => words.teamMade,
    onDone: onMade,
  });
  const make = () => {
    if (!mine) return;
    setWorking(true);
    setFailed(null);
    makeTeamKey(mine.publicKey)
      .then((input) => create.mutateAsync({ input }))
      .catch(setFailed)
      .finally(() => setWorking(false));
  };
  return { make, pending: working, error: failed };
}
