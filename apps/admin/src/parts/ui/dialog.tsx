import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../../words/words';

interface DialogProps {
  /** True by default, for dialogs that are only rendered while open. */
  opened?: boolean;
  onClose: () => void;
  title: string;
  size?: string;
  children: ReactNode;
}

/**
 * Dialog with a close button. Its content is remounted each time it opens. Escape and a click outside ask before
 * discarding input; a cancel button inside does not.
 */
export function Dialog({ opened = true, onClose, title, size, children }: DialogProps) {
  const { t } = useWords();
  const hasInput = useRef(false);
  const [isAsking, setIsAsking] = useState(false);

  useEffect(() => {
    if (opened) return;
    hasInput.current = false;
    setIsAsking(false);
  }, [opened]);

  const noteInput = ({ target }: FormEvent) => {
    if (target instanceof HTMLTextAreaElement) hasInput.current = true;
    else if (target instanceof HTMLInputElement) hasInput.current ||= !/^(checkbox|radio|file)$/.test(target.type);
  };
  return (
    <Modal
      opened={opened}
      onClose={() => (hasInput.current ? setIsAsking(true) : onClose())}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack onInput={noteInput}>
        {isAsking && (
          <Alert color="amber" role="alert" title={t.common.typedHere}>
            <Group gap="xs">
              <Button size="xs" autoFocus onClick={() => setIsAsking(false)}>
                {t.common.keepWriting}
              </Button>
              <Button size="xs" variant="default" onClick={onClose}>
                {t.common.discardTyped}
              </Button>
            </Group>
          </Alert>
        )}
        {children}
      </Stack>
    </Modal>
  );
}
