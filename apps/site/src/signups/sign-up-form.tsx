import { Fragment } from 'react';
import { isoDay, zoneName } from '@upstander/web-kit';
import { signInPath } from '../sign-in/return-to';
import { Requirements } from './requirements';
import { Day, Hours } from '../events/event-times';
import type { ShiftChoiceData } from '../events/queries';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { AgeFields } from './age-fields';
import { OverlapNote } from './overlap-note';
import type { OverlappingShiftData, KnownVolunteer } from './known-volunteer';
import { PartyFields } from './party-fields';
import { hasCompatibleShifts } from './several-shifts';
import { shiftsOf, signUpForm, type SignUpValues } from './sign-up-values';

interface Props {
  slug: string;
  timeZone: string;
  shifts: readonly ShiftChoiceData[];
  /** True if minors attend. The form then asks if the volunteer is an adult. */
  withMinors: boolean;
  /** The language of the event's own texts, if it isn't the page's. */
  language: string | undefined;
  values: SignUpValues;
  errors: readonly FormError[];
  /** Volunteer who doesn't need to type anything. */
  known: KnownVolunteer | null;
  /** Shifts that overlap with one of theirs. */
  inTheWay: readonly OverlappingShiftData[];
  maxGuests: number;
  /** True to ask known volunteers, too, because their stored age is not enough. */
  asksAge: boolean;
}

export function SignUpForm(props: Props) {
  const { maxGuests, slug, timeZone, shifts, withMinors, language, values, errors, known, inTheWay, asksAge } = props;
  const { words, locale, quarter, isPast } = usePage();
  const t = words.site.signUp;
  const field = signUpForm.controls(values, errors);
  const shiftError = field('shift').error;
  const blocked = (shift: { id: string }) => inTheWay.find(({ shiftId }) => shiftId === shift.id);
  const open = shifts.filter((shift) => !isPast(shift.startsAt) && !blocked(shift));
  // Shifts that don't all overlap are checkboxes instead of radio buttons.
  const several = hasCompatibleShifts(open);
  // The error summary links to the first available one.
  const first = open[0]?.id;
  // The date is shown once if it is the same for all.
  const oneDay = new Set(shifts.map(({ startsAt }) => isoDay(new Date(startsAt), timeZone))).size === 1;
  const age = <AgeFields shifts={open} withMinors={withMinors} values={values} errors={errors} />;
  const chosen = values.shift !== '' ? shiftsOf(values) : open.length === 1 ? [first] : [];
  return (
    <form className="sign-up" method="post" action={`/events/${slug}`} noValidate>
      <input type="hidden" name="key" value={values.key} />
      <fieldset
        className={shiftError === undefined ? undefined : 'wrong'}
        aria-describedby={shiftError === undefined ? 'shift-hint' : 'shift-hint shift-error'}
      >
        <legend>{several ? t.shifts : t.shift}</legend>
        <p className="hint" id="shift-hint">
          {oneDay && shifts[0] && (
            <>
              <Day span={{ ...shifts[0], timeZone }} />.{' '}
            </>
          )}
          {t.timesIn({ zone: zoneName(locale, timeZone, new Date(shifts[0]?.startsAt ?? quarter)) })}
        </p>
        <FieldError id="shift" error={shiftError} />
        {shifts.map((shift) => (
          <Fragment key={shift.id}>
            <ShiftBox
              id={shift.id === first ? 'shift' : `shift-${shift.id}`}
              shift={{ ...shift, timeZone }}
              language={language}
              closed={isPast(shift.startsAt)}
              blocked={blocked(shift) !== undefined}
              withDay={!oneDay}
              checked={chosen.includes(shift.id)}
              several={several}
            />
            {/* Rendered outside the cached markup, because it is personal. */}
            {blocked(shift) && <OverlapNote inTheWay={blocked(shift)!} />}
          </Fragment>
        ))}
        {several && (
          <Tick id="allOrNothing" label={t.allOrNothing} hint={t.allOrNothingHint} checked={values.allOrNothing} />
        )}
      </fieldset>
      {maxGuests > 0 && (
        <PartyFields
          most={maxGuests}
          field={field}
          takesFewer={{ answer: values.takesFewer, error: field('takesFewer').error }}
        />
      )}
      {known ? (
        <>
          {/* A signed-in volunteer's age is on file. From a remembered browser a refusal gives no reason, so it is
              asked first. */}
          {(known.by === 'browser' || asksAge || errors.some(({ field: at }) => at === 'birthYear')) && age}
          <KnownPerson known={known} slug={slug} refused={errors.length > 0} />
        </>
      ) : (
        <>
          {isBlank(values, errors) ? <BlankFields /> : <Fields values={values} errors={errors} />}
          {age}
          <Send />
        </>
      )}
    </form>
  );
}

function isBlank({ name, email, phone }: SignUpValues, errors: readonly FormError[]): boolean {
  return name === '' && email === '' && phone === '' && errors.length === 0;
}

/** Shows one button for a volunteer with a verified address, and a link for other people. */
function KnownPerson({
  known: { by, name },
  slug,
  refused,
}: {
  known: KnownVolunteer;
  slug: string;
  refused: boolean;
}) {
  const t = usePage().words.site.signUp;
  const nameArgs = { name: name === '' ? null : name };
  return (
    <>
      {by !== 'browser' && <Tick id="remember" label={t.remember} hint={t.rememberHint} checked={false} />}
      <button className="button large" type="submit" name="do" value="again">
        {t.knownSend(nameArgs)}
      </button>
      {by === 'browser' && refused && (
        <p>
          <a href={signInPath(`/events/${slug}`)}>{t.refusedSignIn}</a> ·{' '}
          <a href={`/events/${slug}?as=other#sign-up`}>{t.refusedForm}</a>
        </p>
      )}
      <p>
        {by === 'browser' ? (
          <button className="link" type="submit" name="do" value="not-me" formNoValidate>
            {t.knownNot(nameArgs)}
          </button>
        ) : (
          <a href={`/events/${slug}?as=other#sign-up`}>{t.knownNot(nameArgs)}</a>
        )}
      </p>
    </>
  );
}

/** Only empty fields are cached. */
const BlankFields = cacheMarkup(function BlankFields() {
  return <Fields values={{ name: '', email: '', phone: '' }} errors={[]} />;
});

interface PersonProps {
  values: Pick<SignUpValues, 'name' | 'email' | 'phone'>;
  errors: readonly FormError[];
}

function Fields({ values, errors }: PersonProps) {
  const t = usePage().words.site.signUp;
  const field = signUpForm.controls(values, errors);
  return (
    <>
      <PersonFields words={t} field={field} />
      <details className="fold" open={values.phone !== ''}>
        <summary>{t.phoneFold}</summary>
        <Field {...field('phone')} type="tel" label={t.phone} hint={t.phoneHint} autoComplete="tel" />
      </details>
    </>
  );
}

function Send() {
  const t = usePage().words.site.signUp;
  return (
    <>
      <button className="button large" type="submit">
        {t.send}
      </button>
      <p className="small">
        <a href="/privacy">{t.privacy}</a>
      </p>
    </>
  );
}

interface BoxProps {
  id: string;
  shift: ShiftChoiceData & { timeZone: string };
  language: string | undefined;
  closed: boolean;
  /** True if it overlaps with one of their shifts. */
  blocked: boolean;
  withDay: boolean;
  checked: boolean;
  several: boolean;
}

const ShiftBox = cacheMarkup(function ShiftBox({ id, shift, language, closed, ...box }: BoxProps) {
  const t = usePage().words.site.signUp;
  const { blocked, withDay, checked, several } = box;
  const asksAge = shift.minimumAge !== null;
  const hasNote = shift.note !== null && shift.note !== '';
  return (
    <div className="choice">
      <input
        type={several ? 'checkbox' : 'radio'}
        name="shift"
        id={id}
        value={shift.id}
        defaultChecked={checked}
        disabled={closed || blocked}
        required={!several}
      />
      <label htmlFor={id}>
        <b lang={language}>{shift.role}</b>
        <span className="choice-when">
          {withDay && (
            <>
              <Day span={shift} />,{' '}
            </>
          )}
          <Hours span={shift} zone={false} />
        </span>
        {(asksAge || hasNote) && (
          <span className="small">
            {asksAge && t.minimumAge({ age: shift.minimumAge ?? 0 })}
            {asksAge && hasNote && ' · '}
            {hasNote && <span lang={language}>{shift.note}</span>}
          </span>
        )}
        <Requirements shift={shift} />
        <ShiftState shift={shift} closed={closed} />
      </label>
    </div>
  );
});

function ShiftState({ shift, closed }: Pick<BoxProps, 'shift' | 'closed'>) {
  const t = usePage().words.site.signUp;
  if (closed) return <span className="badge">{t.closed}</span>;
  // If volunteers are waiting, newcomers join the waitlist, even if a place is just being offered.
  if (shift.placesLeft === 0 || shift.waiting > 0) {
    return <span className="badge amber">{t.joinWaitlist({ waiting: shift.waiting })}</span>;
  }
  return <span className="badge green">{t.placesLeft({ n: shift.placesLeft })}</span>;
}
