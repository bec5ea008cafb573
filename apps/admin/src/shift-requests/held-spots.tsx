import { Text } from '@mantine/core';
import { ListTime } from '../parts/lists/column';
import { useWords } from '../words/words';

interface HeldSpotsProps {
  shift: { held: number; heldUntil: string | null };
}

/** Shows how many spots are reserved for people who were asked, and until when. */
export function HeldSpots({ shift: { held, heldUntil } }: HeldSpotsProps) {
  const { t } = useWords('shiftRequests');
  if (held === 0 || heldUntil === null) return null;
  return (
    <Text size="sm" c="dimmed" component="span" display="block">
      <ListTime at={heldUntil} wrap={(when) => t.shiftRequests.held({ count: held, when })} />
    </Text>
  );
}
