import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import type { Beneficiary } from './queries';

export function ReadyBadge({ beneficiary }: { beneficiary: Pick<Beneficiary, 'archivedAt' | 'maySolicit'> }) {
  const words = useWords('beneficiaries').t.beneficiaries;
  if (beneficiary.archivedAt) return <Badge>{words.archived}</Badge>;
  return beneficiary.maySolicit ? (
    <Badge tone="good">{words.ready}</Badge>
  ) : (
    <Badge tone="warn">{words.notReady}</Badge>
  );
}
