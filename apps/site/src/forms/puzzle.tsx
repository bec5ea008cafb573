import { useActionData } from 'react-router';
import { usePage } from '../request/page-context';
import { DeviceSum, SumState, type Puzzle } from './puzzle-field';

export function puzzleOf(details: Readonly<Record<string, unknown>>): Puzzle | null {
  const puzzle = details['puzzle'];
  return puzzle !== null && typeof puzzle === 'object' ? (puzzle as Puzzle) : null;
}

/**
 * The browser solves the puzzle before it sends the form again. The button of the form needs `data-proves`. The site
 * server allows the script on a page whose action returns a `puzzle`.
 */
export function Puzzle() {
  const answer = useActionData<{ puzzle?: Puzzle | null } | undefined>();
  const { words, contactEmail } = usePage();
  const t = words.site.signIn;
  if (!answer?.puzzle) return null;
  return (
    <>
      <DeviceSum name="solution" sum={answer.puzzle} />
      <p className="note amber">{t.puzzle}</p>
      <p className="small" data-scripts="without">
        {t.puzzleNoScript({ email: contactEmail })}
      </p>
      <SumState working={t.puzzleWorking} />
    </>
  );
}
