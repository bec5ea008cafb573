import { Text } from '@mantine/core';
import { ListTime } from '../parts/lists/column';
import { useWords } from '../words/words';

interface ReservedSpotsProps {
  shift: { reserved: number; reservedUntil: string | null };
}

/** Shows the number of spots reserved for invited volunteers, and the deadline. */
export function ReservedSpots({ shift: { reserved, reservedUntil } }: ReservedSpotsProps) {
  const { t } = useWords('shiftRequests');
  if (reserved === 0 || reservedUntil === null) return null;
  return (
    <Text size="sm" c="dimmed" component="span" display="block">
      <ListTime at={reservedUntil} wrap={(when) => t.shiftRequests.reserved({ count: reserved, when })} />
    </Text>
  );
}
