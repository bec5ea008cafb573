import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { Dialog } from './dialog';

interface SecretDialogProps {
  secret: string;
  text: string;
  labels: { secretTitle: string; copy: string; copied: string; secretDone: string };
  onClose: () => void;
}

/** Shows a secret that can't be read again. */
export function SecretDialog({ secret, text, labels, onClose }: SecretDialogProps) {
  return (
    <Dialog onClose={onClose} title={labels.secretTitle}>
      <Text>{text}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {secret}
      </Code>
      <Group>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? labels.copied : labels.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{labels.secretDone}</Button>
      </Group>
    </Dialog>
  );
}
