import { usePage } from '../request/page-context';
import type { Answers } from '../questions/answers';

export interface TeamKey {
  keyId: string;
  publicKey: string;
}

/** What the browser puts in the place of the words themselves. */
export const sealedFields = ['keyId', 'wrappedKey', 'iv', 'ciphertext'] as const;

/**
 * Says who can read what is written, and lets the browser seal it where it can. The page begins as it is without scripts;
 * the script, where it runs, says the other sentence and sends no plain word.
 */
export function Sealing({ teamKey, answers }: { teamKey: TeamKey | null; answers: Answers }) {
  const t = usePage().words.site.asking;
  const sealed = answers.ciphertext !== '';
  return (
    <>
      {sealed && <p className="note">{t.sealedAlready}</p>}
      <p className="small" data-scripts="without">
        {t.sealedByUs}
      </p>
      {sealedFields.map((field) => (
        <input key={field} type="hidden" name={field} id={field} defaultValue={answers[field]} />
      ))}
      {teamKey && (
        <>
          <p className="small" data-scripts="with" hidden>
            {t.sealedHere}
          </p>
          <p
            className="field-error"
            id="seal-state"
            role="alert"
            data-key-id={teamKey.keyId}
            data-public-key={teamKey.publicKey}
            data-long={t.tooLongToSeal}
          />
          <script src="/seal.js" defer />
        </>
      )}
    </>
  );
}
