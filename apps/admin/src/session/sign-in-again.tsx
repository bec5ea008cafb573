import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '../words/words';
import { whoIsSignedIn } from './me';
import { signInRequest } from './sign-in-request';

/** Stands in the frame, and shows itself when a session has ended under something that is being written. */
export function SignInAgainDialog({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const pending = useSyncExternalStore(signInRequest.listen, signInRequest.pending);
  if (!pending) return null;
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t.common.endedTitle}
      zIndex={500}
    >
      <Again accountId={accountId} />
    </Modal>
  );
}

/**
 * Signing in happens in a window of its own, so that nothing here is loaded anew; this one notices when it is looked at again.
 */
function Again({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const tab = useRef<Window | null>(null);
  const [still, setStill] = useState(false);

  const look = async (isAsked: boolean) => {
    const now = await whoIsSignedIn().catch(() => null);
    if (now === null) return setStill(isAsked);
    tab.current?.close();
    // Somebody else's session must not save what this person wrote.
    if (now !== accountId) return window.location.assign('/admin/');
    signInRequest.answer(true);
  };
  useEffect(() => {
    const comeBack = () => void look(false);
    window.addEventListener('focus', comeBack);
    return () => window.removeEventListener('focus', comeBack);
  });

  return (
    <Stack>
      <Text>{t.common.endedText}</Text>
      {still && (
        <Text role="alert" c="clay">
          {t.common.endedStill}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => signInRequest.answer(false)}>
          {t.common.endedLeave}
        </Button>
        <Button variant="default" onClick={() => void look(true)}>
          {t.common.endedGoOn}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            tab.current = window.open('/admin/sign-in?ended=1', 'upstander-sign-in');
          }}
        >
          {t.common.endedSignIn}
        </Button>
      </Group>
    </Stack>
  );
}
