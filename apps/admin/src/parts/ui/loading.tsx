import { Skeleton, Stack, Text } from '@mantine/core';
import { useStartWords } from '../../words/start-words';

export function Loading({ noun, lines = 4 }: { noun: string; lines?: number | undefined }) {
  const { t } = useStartWords();
  return (
    <Stack gap="sm" role="status" py="xs">
      <Text c="dimmed" size="sm">
        {t.common.loading({ what: noun })}
      </Text>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={44} radius="md" aria-hidden="true" />
      ))}
    </Stack>
  );
}
