import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import cards from '../parts/ui/cards.module.css';
import cells from '../parts/lists/cells.module.css';
import { ConfirmChange } from '../parts/ui/confirm';
import { formatShortDateTime } from '../parts/ui/dates';
import { Pending } from '../parts/ui/pending';
import { RowButton } from '../parts/ui/row-button';
import { myPasskeysQuery, useCanUsePasskeys } from '../session/passkeys';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { AddPasskeyDialog } from './add-passkey-dialog';
import { recoveryCodesLeftQuery, removePasskeyMutation } from './queries';

export function Passkeys() {
  const { t, locale } = useWords('account');
  const labels = t.account.passkeys;
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null);
  const canUsePasskeys = useCanUsePasskeys();
  const isAdvocate = useMe().grants.some(({ role }) => role === 'ADVOCATE');
  const { data, error, refetch } = useRead(myPasskeysQuery, {});
  const left = useRead(recoveryCodesLeftQuery, {}).data?.recoveryCodesLeft;
  if (!data) return <Pending error={error} retry={refetch} noun={labels.what} lines={2} />;
  const passkeys = data.myPasskeys;
  return (
    <Stack gap="sm">
      <Text c={passkeys.length === 0 ? 'dimmed' : undefined}>{labels.lead}</Text>
      {isAdvocate && passkeys.length > 0 && <Text c="dimmed">{labels.advocate}</Text>}
      {!isAdvocate && passkeys.length === 1 && left === 0 && <Alert color="amber">{labels.needsBackup}</Alert>}
      {passkeys.length > 0 && (
        <ul className={cards.cards}>
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className={cards.card}>
              <div>
                <strong>{name}</strong>
                <span className={cells.meta}>
                  {lastUsedAt
                    ? t.shared.lastUsedWhen({ when: formatShortDateTime(locale, lastUsedAt) })
                    : t.shared.neverUsed}{' '}
                  · {labels.added({ when: formatShortDateTime(locale, createdAt) })}
                </span>
              </div>
              <RowButton label={t.common.remove} about={name} size="xs" onClick={() => setRemoving({ id, name })} />
            </li>
          ))}
        </ul>
      )}
      {canUsePasskeys ? (
        <Group>
          <Button variant="default" onClick={() => setIsAdding(true)}>
            {labels.add}
          </Button>
        </Group>
      ) : (
        <Text c="dimmed">{labels.notHere}</Text>
      )}
      {isAdding && <AddPasskeyDialog onAdded={() => void refetch()} onClose={() => setIsAdding(false)} />}
      {removing && (
        <ConfirmChange
          title={labels.removeTitle({ name: removing.name })}
          text={labels.removeText}
          submitLabel={t.common.remove}
          pendingLabel={t.common.removing}
          mutation={removePasskeyMutation}
          variables={() => ({ id: removing.id })}
          successMessage={labels.removed}
          onClose={() => {
            setRemoving(null);
            void refetch();
          }}
        />
      )}
    </Stack>
  );
}
