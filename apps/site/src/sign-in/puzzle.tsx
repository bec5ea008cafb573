import { DeviceSum, SumState, type Sum } from '../forms/device-sum';
import { usePage } from '../request/page-context';

/** The sum itself, in the form that asks for a code. Without scripts it says what else can be done. */
export function Puzzle({ puzzle }: { puzzle: Sum }) {
  const t = usePage().words.site.signIn;
  return (
    <>
      <DeviceSum name="solution" sum={puzzle} />
      <p className="note amber">{t.puzzle}</p>
      <p className="small" data-scripts="without">
        {t.puzzleNoScript}
      </p>
      <SumState working={t.puzzleWorking} />
    </>
  );
}
