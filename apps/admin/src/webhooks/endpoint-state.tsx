import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import type { EndpointData } from './queries';

export function EndpointState({ endpoint }: { endpoint: EndpointData }) {
  const { t } = useWords('webhooks');
  const { status, failingSince } = endpoint;
  if (status === 'ACTIVE' && failingSince) return <Badge tone="bad">{t.webhooks.failing}</Badge>;
  if (status === 'DISABLED') return <Badge tone="warn">{t.webhooks.disabled}</Badge>;
  return <StatusBadge kind="webhookEndpointStatus" status={status} />;
}
