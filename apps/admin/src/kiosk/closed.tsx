import { Text, Title } from '@mantine/core';
import { useWords } from '../words/words';

/** For a link that was revoked, whose event is over, or that was not opened in this tab. */
export function Closed() {
  const { t } = useWords('checkIn');
  const say = t.checkIn.kiosk;
  return (
    <>
      <Title order={1}>{say.closedTitle}</Title>
      <Text>{say.closedText}</Text>
    </>
  );
}
