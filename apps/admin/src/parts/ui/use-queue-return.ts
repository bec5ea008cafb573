import { useLocation, useNavigate } from 'react-router';
import { useWords } from '../../words/words';
import { useShortcuts } from './use-shortcuts';

/** What a link of the queue says about itself, so that its review leads back to the queue. */
export const fromQueue = { from: 'approvals' } as const;

/** The way up from a review: to the queue for whoever came from it, else to the list. There the key “u” works too. */
export function useQueueReturn(list: { to: string; label: string }): { to: string; label: string } {
  const { t } = useWords('approvals');
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { from?: unknown } | null };
  const back = state?.from === fromQueue.from ? { to: '/approvals', label: t.approvals.title } : list;
  useShortcuts({ u: () => void navigate(back.to) });
  return back;
}
