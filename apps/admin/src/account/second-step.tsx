import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { createRecoveryCodesMutation, recoveryCodesLeftQuery } from './queries';
import { RecoveryCodesDialog } from './recovery-codes-dialog';
import { ReplaceAppDialog } from './replace-app-dialog';

export function SecondStep() {
  const { t } = useWords('account');
  const labels = t.account.secondStep;
  const me = useMe();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isReplacing, setIsReplacing] = useState(false);
  const { data, refetch } = useRead(recoveryCodesLeftQuery, {}, { enabled: me.hasSecondStep });
  const create = useChange(createRecoveryCodesMutation, { onDone: (done) => setCodes(done.createRecoveryCodes) });
  if (!me.hasSecondStep) return <Text c="dimmed">{labels.off}</Text>;
  const left = data?.recoveryCodesLeft;
  const close = () => {
    setCodes(null);
    void refetch();
  };
  return (
    <Stack gap="sm">
      <Text>{labels.on}</Text>
      {left !== undefined && <Text c="dimmed">{labels.left({ count: left })}</Text>}
      <Group gap="xs">
        <Button variant="default" onClick={() => create.mutate({})} loading={create.isPending}>
          {left === 0 ? labels.create : labels.createAgain}
        </Button>
        <Button variant="default" onClick={() => setIsReplacing(true)}>
          {labels.replace}
        </Button>
      </Group>
      {codes && <RecoveryCodesDialog codes={codes} onClose={close} />}
      {isReplacing && <ReplaceAppDialog onClose={() => setIsReplacing(false)} />}
    </Stack>
  );
}
