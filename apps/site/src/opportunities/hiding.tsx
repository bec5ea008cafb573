import { usePage } from '../request/page-context';
import { remembered } from '../request/remembered';
import type { HarmTag } from './queries';

export const harms: readonly HarmTag[] = ['ISOLATED_SITE', 'DOMESTIC', 'ALCOHOL', 'CASH_HANDLING', 'NIGHT'];

/**
 * What somebody would rather not see tells what happened to them, so the choice never leaves the browser: the boxes have no
 * name, their form goes nowhere (it is a dialog's without a dialog; it only keeps the browser from remembering), and the
 * stylesheet alone leaves the cards out (`:has()`). A browser that does not know it does not get the boxes.
 */
export const Hiding = remembered(function Hiding() {
  const t = usePage().words.site.opportunities;
  return (
    <details className="hiding">
      <summary>{t.hideHeading}</summary>
      <form method="dialog" autoComplete="off">
        <div className="tick-grid" role="group" aria-label={t.hideHeading} aria-describedby="hiding-hint">
          {harms.map((harm) => (
            <label className="tick" key={harm}>
              <input type="checkbox" id={`hide-${harm}`} />
              <span>{t.hide[harm]}</span>
            </label>
          ))}
        </div>
      </form>
      <p className="hint" id="hiding-hint">
        {t.hideHint}
      </p>
    </details>
  );
});
