import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import type { TokenRow } from './queries';

const soonMs = 14 * 86_400_000;

export function TokenState({ token: { status, expiresAt } }: { token: TokenRow }) {
  const { t } = useWords('accessTokens');
  const isEnding = status === 'ACTIVE' && Date.parse(expiresAt) < Date.now() + soonMs;
  if (isEnding) return <Badge tone="warn">{t.accessTokens.expiresSoon}</Badge>;
  return <StatusBadge kind="accessTokenStatus" status={status} />;
}

/** Returns the areas as texts, one for each level that the token has. */
export function useTokenScopes(): (token: TokenRow) => string[] {
  const { labels, words } = useWords('accessTokens');
  const list = (areas: TokenRow['viewAreas']) => areas.map((area) => words.enums.staffArea[area]).join(', ');
  return ({ viewAreas, manageAreas, chapterName }) => [
    ...(viewAreas.length > 0 ? [labels.canView({ areas: list(viewAreas) })] : []),
    ...(manageAreas.length > 0 ? [labels.canManage({ areas: list(manageAreas) })] : []),
    ...(chapterName ? [labels.onlyChapter({ chapter: chapterName })] : []),
  ];
}
