import { useWords } from '../../words/words';
import cells from '../lists/cells.module.css';

export function TakenBy({ row }: { row: { takenBy: string | null; takenByMe: boolean } }) {
  const { list } = useWords().t.advocacy;
  if (row.takenByMe) return list.you;
  return row.takenBy ?? <span className={cells.waits}>{list.nobody}</span>;
}

export function Unread({ count }: { count: number }) {
  const { list } = useWords().t.advocacy;
  return count > 0 ? <span className={cells.waits}>{list.unread({ count })}</span> : null;
}
