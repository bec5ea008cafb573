import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { Dialog } from '../parts/ui/dialog';
import { useWords } from '../words/words';

/** Shows a secret that can't be read again. */
export function SecretDialog({ secret, text, onClose }: { secret: string; text?: string; onClose: () => void }) {
  const labels = useWords('webhooks').t.webhooks;
  return (
    <Dialog opened onClose={onClose} title={labels.secretTitle}>
      <Text>{text ?? labels.secretText}</Text>
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
