import type { FormError } from '../forms/error-summary';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { guestsForm } from './guests';
import type { MySignupData } from './my-signup';
import { PartyFields } from './party-fields';

interface Props {
  signup: MySignupData;
  currentPath: string;
  /** Typed values that contain errors. */
  submittedValues: { guests: string; guestNames: string } | null;
  errors: readonly FormError[];
}

/** At events with minors, guests can only be reduced. */
export function GuestsPanel({ signup, currentPath, submittedValues, errors }: Props) {
  const { words, organization } = usePage();
  const t = words.site.manage;
  const { guests, guestNames, event } = signup;
  const allowed = Math.min(event.maxGuests, organization.guestsPerSignup);
  const guestLimit = event.withMinors ? guests : Math.max(allowed, guests);
  if (guestLimit === 0) return event.withMinors && allowed > 0 ? <NoGuests /> : null;
  const values = submittedValues ?? { guests: String(guests), guestNames: guestNames.join('\n') };
  return (
    <section className="panel" aria-labelledby="guests-heading">
      <h2 id="guests-heading">{t.guests}</h2>
      <p>
        {t.guestsText({ n: guests })} {guestNames.join(', ')}
      </p>
      {event.withMinors && <p className="hint">{t.guestsNoMore}</p>}
      <details className="fold" open={submittedValues !== null}>
        <summary>{t.guestsChange}</summary>
        <form method="post" action={currentPath} noValidate>
          <PartyFields maxGuests={guestLimit} field={guestsForm.controls(values, submittedValues ? errors : [])} />
          <SubmitButton action="guests" label={t.guestsSave} look="quiet large" />
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
