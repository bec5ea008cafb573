import { usePage } from '../request/page-context';
import type { PuzzleData } from './puzzle-data';

/** The sum itself, in the form that asks for a code. Without scripts it says what else can be done. */
export function Puzzle({ puzzle }: { puzzle: PuzzleData }) {
  const t = usePage().words.site.signIn;
  return (
    <>
      <input
        type="hidden"
        name="solution"
        id="proof"
        data-algorithm={puzzle.algorithm}
        data-challenge={puzzle.challenge}
        data-salt={puzzle.salt}
        data-signature={puzzle.signature}
        data-most={puzzle.maxNumber}
      />
      <p className="note amber">{t.puzzle}</p>
      <p className="small" data-scripts="without">
        {t.puzzleNoScript}
      </p>
      <p className="small" id="proof-state" role="status" data-working={t.puzzleWorking} />
      <script src="/prove.js" defer />
    </>
  );
}
