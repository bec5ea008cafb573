import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import type { HarmTag } from './queries';

export const harms: readonly HarmTag[] = ['ISOLATED_SITE', 'DOMESTIC', 'ALCOHOL', 'CASH_HANDLING', 'NIGHT'];

/**
 * Lets visitors hide opportunities by topic.
 * The choice could reveal what happened to them, so it never leaves the browser: the checkboxes have no name, the form
 * has method="dialog" and submits nothing (it only stops the browser from restoring the choice), and the stylesheet
 * hides the cards with `:has()`. Browsers without `:has()` don't show the checkboxes.
 */
export const HideFilters = cacheMarkup(function Hiding() {
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
