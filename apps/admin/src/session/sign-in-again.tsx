import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '../words/words';
import { fetchSignedInAccountId } from './me';
import { signInRequest } from './sign-in-request';

/** Rendered by the frame. */
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
      <SignInAgain accountId={accountId} />
    </Modal>
  );
}

/**
 * Opens the sign-in page in a new window, so that this one keeps its state. It checks the session when it becomes
 * visible again.
 */
function SignInAgain({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const tab = useRef<Window | null>(null);
  const [isStillSignedOut, setIsStillSignedOut] = useState(false);

  const checkSession = async (isManual: boolean) => {
    const currentAccountId = await fetchSignedInAccountId().catch(() => null);
    if (currentAccountId === null) return setIsStillSignedOut(isManual);
    tab.current?.close();
    // Another user's session must not save this user's input.
    if (currentAccountId !== accountId) return window.location.assign('/admin/');
    signInRequest.answer(true);
  };
  useEffect(() => {
    const handleReturn = () => void checkSession(false);
    window.addEventListener('focus', handleReturn);
    return () => window.removeEventListener('focus', handleReturn);
  });

  return (
    <Stack>
      <Text>{t.common.endedText}</Text>
      {isStillSignedOut && (
        <Text role="alert" c="clay">
          {t.common.endedStill}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => signInRequest.answer(false)}>
          {t.common.endedLeave}
        </Button>
        <Button variant="default" onClick={() => void checkSession(true)}>
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
