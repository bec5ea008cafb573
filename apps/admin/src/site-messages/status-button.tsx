import { useChange } from '../api/use-api';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { setStatusMutation, type SiteMessage } from './queries';

interface StatusButtonProps {
  message: SiteMessage;
  onDone?: () => void;
}

/** Marks a message as answered, or reopens it. */
export function StatusButton({ message: { id, name, status }, onDone }: StatusButtonProps) {
  const { labels } = useWords('siteMessages');
  const isOpen = status === 'OPEN';
  const label = isOpen ? labels.markAnswered : labels.openAgain;
  const setStatus = useChange(setStatusMutation, {
    success: ({ setSiteMessageStatus }) =>
      setSiteMessageStatus.status === 'ANSWERED' ? labels.answered : labels.opened,
    ...(onDone && { onDone }),
  });
  return (
    <RowButton
      label={label}
      about={name}
      onClick={() => setStatus.mutate({ id, status: isOpen ? 'ANSWERED' : 'OPEN' })}
    />
  );
}
