import { usePage } from '../request/page-context';
import type { Challenge } from './queries';

/**
 * Only while the form is under attack: a sum that a browser does by itself, by the one script of the public pages, which
 * is our own. Without scripts there is another button: the link in a mail is the proof then.
 */
export function Proof({ challenge }: { challenge: Challenge }) {
  const t = usePage().words.site.give;
  return (
    <>
      <input
        type="hidden"
        name="proof"
        id="proof"
        data-algorithm={challenge.algorithm}
        data-challenge={challenge.challenge}
        data-salt={challenge.salt}
        data-signature={challenge.signature}
        data-most={challenge.maxNumber}
      />
      <p className="small">{t.proofWhy}</p>
      <p className="small" id="proof-state" role="status" data-working={t.proofWorking} />
      <script src="/prove.js" defer />
      <noscript>
        <div className="note amber">
          <p>{t.proofNoScript}</p>
        </div>
        <p>
          <button className="button large" name="do" value="mail">
            {t.sendLink}
          </button>
        </p>
      </noscript>
    </>
  );
}
