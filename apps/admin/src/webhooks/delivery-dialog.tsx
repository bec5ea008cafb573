import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useChange, useRead } from '../api/use-api';
import { formatDateTime } from '../parts/ui/dates';
import { Dialog } from '../parts/ui/dialog';
import { Facts } from '../parts/ui/facts';
import { Pending } from '../parts/ui/pending';
import { IfMayChange } from '../parts/ui/page-access';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { deliveryQuery, replayMutation, type DeliveryData } from './queries';

interface DeliveryDialogProps {
  id: string;
  isActive: boolean;
  onClose: () => void;
}

export function DeliveryDialog({ id, isActive, onClose }: DeliveryDialogProps) {
  const { common, webhooks: labels } = useWords('webhooks').t;
  const { data, error, refetch } = useRead(deliveryQuery, { id });
  const replay = useChange(replayMutation, { success: () => labels.replayed, onDone: onClose });
  return (
    <Dialog onClose={onClose} title={data?.webhookDelivery.type ?? common.details} size="lg">
      {!data && <Pending error={error} retry={refetch} noun={labels.deliveries} lines={4} />}
      {data && <Delivery delivery={data.webhookDelivery} />}
      {data && isActive && (
        <IfMayChange>
          <Group justify="flex-end">
            <Button variant="default" aria-disabled={replay.isPending} onClick={() => replay.mutate({ id })}>
              {labels.replay}
            </Button>
          </Group>
        </IfMayChange>
      )}
    </Dialog>
  );
}

function Delivery({ delivery }: { delivery: DeliveryData }) {
  const { t, labels, words, locale } = useWords('webhooks');
  const { eventId, status, occurredAt, payload, attemptLog } = delivery;
  return (
    <Stack>
      <Facts
        facts={[
          { label: t.common.status, value: <StatusBadge kind="webhookDeliveryStatus" status={status} /> },
          { label: labels.occurredAt, value: formatDateTime(locale, occurredAt) },
          { label: 'webhook-id', value: eventId },
        ]}
      />
      <div>
        <Title order={3}>{labels.payload}</Title>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {JSON.stringify(JSON.parse(payload), null, 2)}
        </Code>
      </div>
      <div>
        <Title order={3}>{labels.attempts}</Title>
        {attemptLog.length === 0 && <Text>{labels.noAttempts}</Text>}
        {attemptLog.map(({ id, attemptedAt, milliseconds, statusCode, problem, response }) => (
          <Stack key={id} gap={4} mt={8}>
            <Text>
              {labels.attempt({
                when: formatDateTime(locale, attemptedAt),
                result: problem ? words.enums.webhookProblem[problem] : labels.accepted,
                status: String(statusCode ?? '–'),
                milliseconds: String(milliseconds),
              })}
            </Text>
            {response && (
              <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                {response}
              </Code>
            )}
          </Stack>
        ))}
      </div>
    </Stack>
  );
}
