import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { Dialog } from '../parts/ui/dialog';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';

/** Shows recovery codes, which can't be read again. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useWords('account');
  const labels = t.account.secondStep;
  const { email } = useMe();
  const text = codes.join('\n');
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${labels.fileTitle({ email })}\n\n${text}\n`)}`;
  return (
    <Dialog onClose={onClose} title={labels.codesTitle}>
      <Text>{labels.codesText}</Text>
      <Code block style={{ columns: 2 }}>
        {text}
      </Code>
      <Group>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t.common.copied : labels.copy}
            </Button>
          )}
        </CopyButton>
        <Button component="a" variant="default" href={file} download="recovery-codes.txt">
          {labels.download}
        </Button>
        <Button onClick={onClose}>{labels.saved}</Button>
      </Group>
    </Dialog>
  );
}
