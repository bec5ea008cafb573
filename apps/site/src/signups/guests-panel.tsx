import type { FormError } from '../forms/error-summary';
import { usePage } from '../request/page-context';
import { guestsForm } from './guests';
import type { MySignupData } from './my-signup';
import { PartyFields } from './party-fields';

interface Props {
  signup: MySignupData;
  here: string;
  /** Typed values that contain errors. */
  typed: { guests: string; guestNames: string } | null;
  errors: readonly FormError[];
}

/**
 * Shows the guests and lets the volunteer change them before the shift.
 * At events with minors, guests can only be reduced.
 */
export function GuestsPanel({ signup, here, typed, errors }: Props) {
  const t = usePage().words.site.manage;
  const { guests, guestNames, event } = signup;
  const most = event.withMinors ? guests : Math.max(event.maxGuests, guests);
  if (most === 0) return event.withMinors && event.maxGuests > 0 ? <NoGuests /> : null;
  const values = typed ?? { guests: String(guests), guestNames: guestNames.join('\n') };
  return (
    <section className="panel" aria-labelledby="guests-heading">
      <h2 id="guests-heading">{t.guests}</h2>
      <p>
        {t.guestsText({ n: guests })} {guestNames.join(', ')}
      </p>
      {event.withMinors && <p className="hint">{t.guestsNoMore}</p>}
      <details className="fold" open={typed !== null}>
        <summary>{t.guestsChange}</summary>
        <form method="post" action={here} noValidate>
          <PartyFields most={most} field={guestsForm.controls(values, typed ? errors : [])} />
          <button className="button quiet large" name="do" value="guests">
            {t.guestsSave}
          </button>
        </form>
      </details>
    </section>
  );
}

/** Explains why guests aren't allowed with minors, although the event allows guests. */
function NoGuests() {
  const t = usePage().words.site.manage;
  return (
    <section className="panel" aria-labelledby="guests-heading">
      <h2 id="guests-heading">{t.guests}</h2>
      <p>{t.guestsNoMore}</p>
    </section>
  );
}
