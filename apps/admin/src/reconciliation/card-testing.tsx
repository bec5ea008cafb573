import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Figures } from '../parts/ui/figures';
import { Pending } from '../parts/ui/pending';
import { clockTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { cardTestingQuery, resetCardTestingMutation } from './queries';

export function CardTesting() {
  const { t, locale } = useWords('reconciliation');
  const { data, error, refetch } = useRead(cardTestingQuery, {});
  const [isConfirming, setIsConfirming] = useState(false);
  if (!data) return <Pending error={error} retry={refetch} noun={t.reconciliation.cardsWhat} lines={3} />;
  const { breakerOpen, underAttack, until, startedLastHour, declinedLastHour } = data.cardTesting;
  const state = breakerOpen ? 'breaker' : underAttack ? 'attack' : 'calm';
  const words = {
    breaker: { title: t.reconciliation.breaker, text: t.reconciliation.breakerText, color: 'clay' },
    attack: { title: t.reconciliation.attack, text: t.reconciliation.attackText, color: 'amber' },
    calm: { title: t.reconciliation.calm, text: t.reconciliation.calmText, color: 'evergreen' },
  }[state];
  return (
    <Stack>
      <Text c="dimmed">{t.reconciliation.cardsLead}</Text>
      <Alert color={words.color} title={words.title}>
        {words.text} {until && t.reconciliation.until({ when: clockTime(locale, new Date(until)) })}
      </Alert>
      <Figures
        figures={[
          { key: 'started', label: t.reconciliation.started, value: startedLastHour },
          {
            key: 'declined',
            label: t.reconciliation.declined,
            value: declinedLastHour,
            ...(state !== 'calm' && { tone: 'bad' as const }),
          },
        ]}
      />
      {state !== 'calm' && (
        <div>
          <Button variant="default" onClick={() => setIsConfirming(true)}>
            {t.reconciliation.reset}
          </Button>
        </div>
      )}
      {isConfirming && <Reset onClose={() => setIsConfirming(false)} />}
    </Stack>
  );
}

function Reset({ onClose }: { onClose: () => void }) {
  const { t } = useWords('reconciliation');
  return (
    <ConfirmChange
      onClose={onClose}
      title={t.reconciliation.resetTitle}
      text={t.reconciliation.resetText}
      submitLabel={t.reconciliation.reset}
      pendingLabel={t.common.opening}
      mutation={resetCardTestingMutation}
      variables={() => ({})}
      successMessage={t.reconciliation.resetDone}
    />
  );
}
