import { Button, Stack, Text } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useChange } from '../api/use-api';
import { formatDateTime } from '../parts/ui/dates';
import { IfMayChange } from '../parts/ui/page-access';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';

const retryMutation = graphql(`
  mutation RetryVolunteerAddress($id: ID!) {
    retryVolunteerAddress(id: $id) {
      id
    }
  }
`);

/** Shows why the volunteer gets no email, with a button to try the address again. */
export function DeliveryProblem({ volunteer: { id, deliveryProblem } }: { volunteer: VolunteerDetails }) {
  const { t, words, locale } = useWords('volunteers');
  const labels = t.volunteers.delivery;
  const retry = useChange(retryMutation, { success: () => labels.retried });
  if (!deliveryProblem) return null;
  const { kind, reason, since } = deliveryProblem;
  return (
    <Stack gap={4} mt={4} align="flex-start">
      <Badge tone="bad">{words.enums.deliveryProblemKind[kind]}</Badge>
      <Text size="sm">{labels.since({ when: formatDateTime(locale, since) })}</Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {reason}
      </Text>
      <Text size="sm">{kind === 'COMPLAINED' ? labels.complained : labels.bounced}</Text>
      <IfMayChange>
        <Button variant="default" size="compact-md" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
          {labels.retry}
        </Button>
      </IfMayChange>
    </Stack>
  );
}
