import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { relativeTime } from '../parts/ui/dates';
import { useShortcuts } from '../parts/ui/use-shortcuts';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { step } from '../approvals/step';
import classes from './inbox.module.css';
import type { InboxState } from './inbox-state';
import { itemAfter, type Decision, type InboxItem, type Queue } from './queue';

/**
 * Keys move the real focus between titles, so that screen readers announce each item and Enter opens it. After a
 * decision, the focus moves to the next item.
 */
export function QueueItems({ queue }: { queue: Queue }) {
  const { t } = useWords('inbox');
  const { items } = queue;
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const decided = useRef<{ id: string; before: readonly InboxItem[] } | null>(null);
  const [dialog, setDialog] = useState<{ render: (onClose: () => void) => ReactNode } | null>(null);

  useEffect(() => {
    const last = decided.current;
    if (!last || items.some(({ id }) => id === last.id)) return;
    decided.current = null;
    const next = itemAfter(last.before, items, last.id);
    if (next) links.current.get(next.id)?.focus();
  }, [items]);

  const decide = (item: InboxItem, decision: Decision | undefined) => {
    if (!decision) return;
    decided.current = { id: item.id, before: items };
    if ('run' in decision) decision.run();
    else setDialog({ render: decision.dialog });
  };
  const focusedIndex = () => items.findIndex(({ id }) => links.current.get(id) === document.activeElement);
  const move = (offset: 1 | -1) => {
    const to = items[step(focusedIndex(), offset, items.length)];
    if (to) links.current.get(to.id)?.focus();
  };
  const onFocused = (action: 'approve' | 'decline') => () => {
    const item = items[focusedIndex()];
    if (item) decide(item, item[action]);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    a: onFocused('approve'),
    r: onFocused('decline'),
    d: onFocused('decline'),
  });

  return (
    <>
      <ol className={classes.list} aria-label={t.inbox.queues[queue.name]}>
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            state={{ from: 'inbox', queue: queue.name, id: item.id }}
            link={(element) => {
              if (element) links.current.set(item.id, element);
              else links.current.delete(item.id);
            }}
            onDecide={(decision) => decide(item, decision)}
          />
        ))}
      </ol>
      {dialog?.render(() => setDialog(null))}
    </>
  );
}

interface ItemProps {
  item: InboxItem;
  state: InboxState;
  link: (element: HTMLAnchorElement | null) => void;
  onDecide: (decision: Decision) => void;
}

function Item({ item, state, link, onDecide }: ItemProps) {
  const { t, labels, locale } = useWords('inbox');
  const { title, details, since, to, approve, decline } = item;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <Link to={to} state={state} ref={link} className={classes.title}>
          {title}
        </Link>
        <p className={classes.details}>
          {[...details.filter(Boolean), since && relativeTime(locale, since)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={classes.actions}>
        {approve && (
          <RowButton label={t.common.approve} about={title} variant="filled" onClick={() => onDecide(approve)} />
        )}
        {decline && <RowButton label={t.common.decline} about={title} onClick={() => onDecide(decline)} />}
        {!approve && !decline && (
          <Button
            size="compact-sm"
            variant="default"
            component={Link}
            to={to}
            state={state}
            aria-label={`${labels.review}: ${title}`}
          >
            {labels.review}
          </Button>
        )}
      </div>
    </li>
  );
}
