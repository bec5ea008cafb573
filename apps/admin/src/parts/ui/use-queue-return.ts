import { useLocation, useNavigate } from 'react-router';
import { useWords } from '../../words/words';
import { useShortcuts } from './use-shortcuts';

/** Navigation state of links in the queue, so that a review links back to it. */
export const queueState = { from: 'approvals' } as const;

/** The "u" key follows the link. */
export function useQueueReturn(list: { to: string; label: string }): { to: string; label: string } {
  const { t } = useWords('approvals');
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { from?: unknown } | null };
  const backLink = state?.from === queueState.from ? { to: '/approvals', label: t.approvals.title } : list;
  // The Inbox has its own way back.
  useShortcuts(state?.from === 'inbox' ? {} : { u: () => void navigate(backLink.to) });
  return backLink;
}
