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
  volunteer: KnownVolunteer | null;
  /** Shifts that overlap with one of theirs. */
  overlappingShifts: readonly OverlappingShiftData[];
  maxGuests: number;
  /** True to ask known volunteers, too, because their stored age is not enough. */
  shouldAskAge: boolean;
}

export function SignUpForm(props: Props) {
  const {
    maxGuests,
    slug,
    timeZone,
    shifts,
    withMinors,
    language,
    values,
    errors,
    volunteer,
    overlappingShifts,
    shouldAskAge,
  } = props;
  const { words, locale, quarter, isPast } = usePage();
  const t = words.site.signUp;
  const field = signUpForm.controls(values, errors);
  const shiftError = field('shift').error;
  const overlapOf = (shift: { id: string }) => overlappingShifts.find(({ shiftId }) => shiftId === shift.id);
  const openShifts = shifts.filter((shift) => !isPast(shift.startsAt) && !overlapOf(shift));
  // Shifts that don't all overlap are checkboxes instead of radio buttons.
  const canSelectSeveral = hasCompatibleShifts(openShifts);
  // The error summary links to the first available one.
  const firstShiftId = openShifts[0]?.id;
  // The date is shown once if it is the same for all.
  const isSameDay = new Set(shifts.map(({ startsAt }) => isoDay(new Date(startsAt), timeZone))).size === 1;
  const ageFields = <AgeFields shifts={openShifts} withMinors={withMinors} values={values} errors={errors} />;
  const selectedShiftIds = values.shift !== '' ? shiftsOf(values) : openShifts.length === 1 ? [firstShiftId] : [];
  return (
    <form className="sign-up" method="post" action={`/events/${slug}`} noValidate>
      <input type="hidden" name="key" value={values.key} />
      <fieldset
        className={shiftError === undefined ? undefined : 'wrong'}
        aria-describedby={shiftError === undefined ? 'shift-hint' : 'shift-hint shift-error'}
      >
        <legend>{canSelectSeveral ? t.shifts : t.shift}</legend>
        <p className="hint" id="shift-hint">
          {isSameDay && shifts[0] && (
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
              id={shift.id === firstShiftId ? 'shift' : `shift-${shift.id}`}
              shift={{ ...shift, timeZone }}
              language={language}
              isClosed={isPast(shift.startsAt)}
              isBlocked={overlapOf(shift) !== undefined}
              showDay={!isSameDay}
              checked={selectedShiftIds.includes(shift.id)}
              canSelectSeveral={canSelectSeveral}
            />
            {/* Rendered outside the cached markup, because it is personal. */}
            {overlapOf(shift) && <OverlapNote overlappingShift={overlapOf(shift)!} />}
          </Fragment>
        ))}
        {canSelectSeveral && (
          <Tick id="allOrNothing" label={t.allOrNothing} hint={t.allOrNothingHint} checked={values.allOrNothing} />
        )}
      </fieldset>
      {maxGuests > 0 && (
        <PartyFields
          maxGuests={maxGuests}
          field={field}
          acceptsFewerGuests={{ answer: values.acceptsFewerGuests, error: field('acceptsFewerGuests').error }}
        />
      )}
      {volunteer ? (
        <>
          {/* A signed-in volunteer's age is on file. From a remembered browser a refusal gives no reason, so it is
              asked first. */}
          {(volunteer.identifiedBy === 'browser' ||
            shouldAskAge ||
            errors.some(({ field: at }) => at === 'birthYear')) &&
            ageFields}
          <KnownPerson volunteer={volunteer} slug={slug} hasErrors={errors.length > 0} />
        </>
      ) : (
        <>
          {isBlank(values, errors) ? <BlankFields /> : <Fields values={values} errors={errors} />}
          {ageFields}
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
  volunteer: { identifiedBy, name },
  slug,
  hasErrors,
}: {
  volunteer: KnownVolunteer;
  slug: string;
  hasErrors: boolean;
}) {
  const t = usePage().words.site.signUp;
  const nameArgs = { name: name === '' ? null : name };
  return (
    <>
      {identifiedBy !== 'browser' && <Tick id="remember" label={t.remember} hint={t.rememberHint} checked={false} />}
      <button className="button large" type="submit" name="do" value="again">
        {t.knownSend(nameArgs)}
      </button>
      {identifiedBy === 'browser' && hasErrors && (
        <p>
          <a href={signInPath(`/events/${slug}`)}>{t.refusedSignIn}</a> ·{' '}
          <a href={`/events/${slug}?as=other#sign-up`}>{t.refusedForm}</a>
        </p>
      )}
      <p>
        {identifiedBy === 'browser' ? (
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
  isClosed: boolean;
  /** True if it overlaps with one of their shifts. */
  isBlocked: boolean;
  showDay: boolean;
  checked: boolean;
  canSelectSeveral: boolean;
}

const ShiftBox = cacheMarkup(function ShiftBox({ id, shift, language, isClosed: closed, ...boxState }: BoxProps) {
  const t = usePage().words.site.signUp;
  const { isBlocked, showDay, checked, canSelectSeveral } = boxState;
  const hasMinimumAge = shift.minimumAge !== null;
  const hasNote = shift.note !== null && shift.note !== '';
  return (
    <div className="choice">
      <input
        type={canSelectSeveral ? 'checkbox' : 'radio'}
        name="shift"
        id={id}
        value={shift.id}
        defaultChecked={checked}
        disabled={closed || isBlocked}
        required={!canSelectSeveral}
      />
      <label htmlFor={id}>
        <b lang={language}>{shift.role}</b>
        <span className="choice-when">
          {showDay && (
            <>
              <Day span={shift} />,{' '}
            </>
          )}
          <Hours span={shift} showZone={false} />
        </span>
        {(hasMinimumAge || hasNote) && (
          <span className="small">
            {hasMinimumAge && t.minimumAge({ age: shift.minimumAge ?? 0 })}
            {hasMinimumAge && hasNote && ' · '}
            {hasNote && <span lang={language}>{shift.note}</span>}
          </span>
        )}
        <Requirements shift={shift} />
        <ShiftState shift={shift} isClosed={closed} />
      </label>
    </div>
  );
});

function ShiftState({ shift, isClosed: closed }: Pick<BoxProps, 'shift' | 'isClosed'>) {
  const t = usePage().words.site.signUp;
  if (closed) return <span className="badge">{t.closed}</span>;
  // If volunteers are waiting, newcomers join the waitlist, even if a place is just being offered.
  if (shift.placesLeft === 0 || shift.waiting > 0) {
    return <span className="badge amber">{t.joinWaitlist({ waiting: shift.waiting })}</span>;
  }
  return <span className="badge green">{t.placesLeft({ n: shift.placesLeft })}</span>;
}
