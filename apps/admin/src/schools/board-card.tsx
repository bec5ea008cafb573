import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { usePageAccess } from '../parts/ui/page-access';
import { Badge } from '../parts/ui/status-badge';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './board.module.css';
import { MoveMenu } from './move-menu';
import type { AskStatus, BoardAsk } from './queries';

interface Props {
  ask: BoardAsk;
  pending: boolean;
  onMove: (to: AskStatus) => void;
  /** Moves the card one column right or left. */
  onStep: (direction: 1 | -1) => void;
  onDrag: (ask: BoardAsk | null) => void;
}

/** Moves by menu, by Shift and an arrow key, or by drag and drop. */
export function BoardCard({ ask, pending, onMove, onStep, onDrag }: Props) {
  const { labels, locale } = useWords('schools');
  const { id, school, city, ownerName, nextStep, nextStepOn, isDue, nextStatuses } = ask;
  const { mayChange } = usePageAccess();
  const step = (event: KeyboardEvent) => {
    if (!mayChange) return;
    if (!event.shiftKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    onStep(event.key === 'ArrowRight' ? 1 : -1);
  };
  return (
    <li
      className={classes.card}
      data-ask={id}
      draggable={mayChange}
      onDragStart={() => onDrag(ask)}
      onDragEnd={() => onDrag(null)}
    >
      <div className={classes.top}>
        <Link
          to={`/schools/${id}`}
          className={classes.school}
          draggable={false}
          aria-keyshortcuts={mayChange ? 'Shift+ArrowLeft Shift+ArrowRight' : undefined}
          onKeyDown={step}
        >
          {school}
        </Link>
        {mayChange && <MoveMenu school={school} nextStatuses={nextStatuses} pending={pending} onMove={onMove} />}
      </div>
      <span className={classes.quiet}>{[city, ownerName ?? labels.noOwner].filter(Boolean).join(' · ')}</span>
      {nextStep && nextStepOn && (
        <span className={classes.next}>
          {isDue && <Badge tone="warn">{labels.isDue}</Badge>} {nextStep} ({calendarDay(locale, nextStepOn)})
        </span>
      )}
    </li>
  );
}
