import { Anchor, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { request } from '../api/ask';
import { useRead } from '../api/use-api';
import { useWords } from '../words/words';
import { DigitsInput } from './digits-input';
import { proofRequest } from '../api/proof-request';
import { myPasskeysQuery, useCanUsePasskeys, usePasskey } from './passkeys';
import { Refused } from './refused';

const proveSecondStepMutation = graphql(`
  mutation ProveSecondStep($code: String!) {
    proveSecondStep(code: $code) {
      ok
    }
  }
`);

/** Rendered by the frame. */
export function SecondFactorDialog() {
  const { t } = useWords('session');
  const pending = useSyncExternalStore(proofRequest.listen, proofRequest.pending);
  if (!pending) return null;
  return (
    <Modal
      opened
      onClose={() => proofRequest.answer(false)}
      title={t.session.proveTitle}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <ProveForm onDone={proofRequest.answer} />
    </Modal>
  );
}

function ProveForm({ onDone }: { onDone: (isProven: boolean) => void }) {
  const { t } = useWords('session');
  const [code, setCode] = useState('');
  const [usesRecoveryCode, setUsesRecoveryCode] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const canUsePasskeys = useCanUsePasskeys();
  const passkeys = useRead(myPasskeysQuery, {}, { enabled: canUsePasskeys }).data?.myPasskeys ?? [];
  const passkey = usePasskey(async ({ provePasskey }) => {
    await provePasskey();
    onDone(true);
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // React events bubble through portals: this must not submit the form around the dialog.
    event.stopPropagation();
    if (code === '' || pending) return;
    setPending(true);
    setError(null);
    try {
      await request(proveSecondStepMutation, { code });
      onDone(true);
    } catch (error) {
      setError(error);
      setPending(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Text>{t.session.proveText}</Text>
        <Refused error={passkey.error ?? error} />
        {usesRecoveryCode ? (
          <TextInput
            label={t.signIn.recoveryCode}
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
            autoComplete="off"
            autoFocus
          />
        ) : (
          <DigitsInput label={t.signIn.stepCode} value={code} onChange={setCode} autoFocus />
        )}
        {passkeys.length > 0 && (
          <Anchor component="button" type="button" size="sm" ta="start" onClick={passkey.start}>
            {passkey.pending ? t.signIn.passkeyWaiting : t.signIn.passkeyInstead}
          </Anchor>
        )}
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="start"
          onClick={() => setUsesRecoveryCode(!usesRecoveryCode)}
        >
          {usesRecoveryCode ? t.signIn.appInstead : t.signIn.recoveryInstead}
        </Anchor>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onDone(false)}>
            {t.common.cancel}
          </Button>
          <Button type="submit" aria-disabled={pending}>
            {pending ? t.signIn.checking : t.common.continue}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
