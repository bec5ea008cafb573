import { Alert, Stack, Text, TextInput } from '@mantine/core';
import type { ApiRefusal } from '@upstander/api-client';
import { useWords } from '../words/words';

interface OverlapReasonProps {
  refusal: ApiRefusal;
  value: string;
  error?: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

export function OverlapReason({ refusal, value, error, onChange }: OverlapReasonProps) {
  const { t } = useWords('roster');
  const { shift } = refusal.details as { shift?: { title?: string } };
  return (
    <Alert color="amber" title={t.roster.overlapTitle} role="alert">
      <Stack gap="sm">
        <Text size="sm">{shift?.title ? t.roster.overlapText({ shift: shift.title }) : t.roster.overlapTextPlain}</Text>
        {/* The focus scrolls the field into view on a phone. */}
        <TextInput
          autoFocus
          label={t.roster.overlapReason}
          maxLength={300}
          value={value}
          error={error}
          onChange={onChange}
        />
      </Stack>
    </Alert>
  );
}
