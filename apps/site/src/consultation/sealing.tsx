import { usePage } from '../request/page-context';
import type { Answers } from '../questions/answers';

export interface TeamKey {
  keyId: string;
  publicKey: string;
}

/** Fields the browser sends instead of the plain text. */
export const sealedFields = ['keyId', 'wrappedKey', 'iv', 'ciphertext'] as const;

/**
 * Starts in the state for browsers without scripts; the script replaces the explanation and sends no plain text.
 */
export function SealingFields({ teamKey, answers }: { teamKey: TeamKey | null; answers: Answers }) {
  const t = usePage().words.site.asking;
  const isSealed = answers.ciphertext !== '';
  return (
    <>
      {isSealed && <p className="note">{t.sealedAlready}</p>}
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
