import { Skeleton, Stack, Text } from '@mantine/core';
import { useStartWords } from '../../words/start-words';

/** What is on the screen while something loads: its outline, and in words what is coming. */
export function Loading({ what, lines = 4 }: { what: string; lines?: number }) {
  const { t } = useStartWords();
  return (
    <Stack gap="sm" role="status" py="xs">
      <Text c="dimmed" size="sm">
        {t.common.loading({ what })}
      </Text>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={44} radius="md" aria-hidden="true" />
      ))}
    </Stack>
  );
}
