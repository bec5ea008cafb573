import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { unsavedForms } from '../parts/ui/unsaved';
import { useWords } from '../words/words';

export function LeaveGuard() {
  const { t } = useWords();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && unsavedForms.lost(),
  );
  useEffect(() => {
    const confirmLeave = (event: BeforeUnloadEvent) => {
      if (unsavedForms.lost()) event.preventDefault();
    };
    window.addEventListener('beforeunload', confirmLeave);
    return () => window.removeEventListener('beforeunload', confirmLeave);
  }, []);
  if (blocker.state !== 'blocked') return null;
  return (
    <Modal
      opened
      onClose={blocker.reset}
      title={t.common.typedHere}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Text mb="md">{t.common.leaveText}</Text>
      <Group justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            unsavedForms.forgetAll();
            blocker.proceed();
          }}
        >
          {t.common.leave}
        </Button>
        <Button data-autofocus onClick={blocker.reset}>
          {t.common.keepWriting}
        </Button>
      </Group>
    </Modal>
  );
}
