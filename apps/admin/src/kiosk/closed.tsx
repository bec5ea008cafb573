import { Text, Title } from '@mantine/core';
import { useWords } from '../words/words';

/** Shown if the link was revoked, the event is over, or the link was not opened in this tab. */
export function Closed() {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.kiosk;
  return (
    <>
      <Title order={1}>{labels.closedTitle}</Title>
      <Text>{labels.closedText}</Text>
    </>
  );
}
