import { shortDate } from '@upstander/web-kit';
import { usePage } from '../../request/page-context';
import type { OwnOpportunity } from './queries';

const tones = {
  DRAFT: '',
  IN_REVIEW: ' amber',
  CHANGES_REQUESTED: ' amber',
  PUBLISHED: ' green',
  EXPIRING: ' amber',
  EXPIRED: '',
  FILLED: ' green',
  WITHDRAWN: '',
  REFUSED: ' clay',
} as const;

export function OpportunityBadge({ opportunity: { status } }: { opportunity: Pick<OwnOpportunity, 'status'> }) {
  const { words } = usePage();
  return <span className={`badge${tones[status]}`}>{words.enums.opportunityStatus[status]}</span>;
}

export function OpportunityEnd({
  opportunity: { status, expiresAt },
}: {
  opportunity: Pick<OwnOpportunity, 'status' | 'expiresAt'>;
}) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.business.opportunities;
  if (expiresAt === null) return null;
  const day = shortDate(locale, new Date(expiresAt), timeZone);
  if (status === 'PUBLISHED' || status === 'EXPIRING') return <span>{t.until({ day })}</span>;
  return status === 'EXPIRED' || status === 'FILLED' || status === 'WITHDRAWN' ? <span>{t.was({ day })}</span> : null;
}
