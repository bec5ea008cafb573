import { useLocation } from 'react-router';
import type { QueueName } from './queue';

/** Navigation state of a screen that was opened from the Inbox. */
export interface InboxState {
  from: 'inbox';
  queue: QueueName;
  id: string;
}

export function useInboxState(): InboxState | null {
  const { state } = useLocation() as { state: Partial<InboxState> | null };
  return state?.from === 'inbox' && state.queue && state.id ? (state as InboxState) : null;
}
