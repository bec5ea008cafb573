import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { BackIcon, ForwardIcon } from '../parts/ui/icons';
import { unsavedForms } from '../parts/ui/unsaved';
import { useShortcuts } from '../parts/ui/use-shortcuts';
import { useWords } from '../words/words';
import classes from './inbox.module.css';
import type { InboxState } from './inbox-state';
import { itemAfter, type InboxItem } from './queue';
import { useQueues } from './use-queues';

/** Once the item has left the queue, opens the next one, or the Inbox if it was the last. */
export default function InboxBar({ queue: name, id }: InboxState) {
  const { t, labels } = useWords('inbox');
  const navigate = useNavigate();
  const [queue] = useQueues(name);
  const before = useRef<readonly InboxItem[]>([]);
  const items = queue?.items ?? [];
  const isLoaded = queue !== undefined && !queue.isLoading;
  const at = items.findIndex((item) => item.id === id);
  const inboxPath = `/inbox?queue=${name}`;
  const open = (item: InboxItem | undefined, isReplaced = false) =>
    item
      ? void navigate(item.to, { state: { from: 'inbox', queue: name, id: item.id }, replace: isReplaced })
      : void navigate(inboxPath, { replace: isReplaced });

  useEffect(() => {
    if (!isLoaded) return;
    if (at >= 0) {
      before.current = items;
    } else if (before.current.some((item) => item.id === id) && !unsavedForms.any()) {
      open(itemAfter(before.current, items, id), true);
    }
  });
  const previous = at > 0 ? items[at - 1] : undefined;
  const next = at >= 0 ? items[at + 1] : items[0];
  useShortcuts({
    j: () => next && open(next),
    k: () => previous && open(previous),
    u: () => void navigate(inboxPath),
  });
  return (
    <nav aria-label={labels.title} className={classes.bar}>
      <Link to={inboxPath} className={classes.barLink}>
        <BackIcon size={16} />
        {labels.title}
      </Link>
      <span className={classes.place}>
        {labels.queues[name]}
        {at >= 0 && ` · ${labels.place({ at: at + 1, count: queue?.count ?? 0 })}`}
      </span>
      {next && (
        <Link to={next.to} state={{ from: 'inbox', queue: name, id: next.id }} className={classes.barLink} data-end>
          {t.common.nextPage}
          <ForwardIcon size={16} />
        </Link>
      )}
    </nav>
  );
}
