import { SubmitButton } from '../frame/button';
import { signInPath } from '../sign-in/return-to';
import type { ShiftChoiceData } from '../events/queries';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { AgeFields } from './age-fields';
import type { OverlappingShiftData, KnownVolunteer } from './known-volunteer';
import { PartyFields } from './party-fields';
import { ShiftChoices } from './shift-choices';
import { signUpForm, type SignUpValues } from './sign-up-values';

interface Props {
  slug: string;
  startsAt: string;
  timeZone: string;
  shifts: readonly ShiftChoiceData[];
  /** True if minors attend. The form then asks if the volunteer is an adult, and guests aren't allowed. */
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

/** At most five controls before the button. Fields that few people need are folded. */
export function SignUpForm(props: Props) {
  const { slug, startsAt, timeZone, shifts, language, values, errors, overlappingShifts } = props;
  const { isPast } = usePage();
  const isAvailable = ({ id, startsAt: at }: ShiftChoiceData) =>
    !isPast(at) && !overlappingShifts.some(({ shiftId }) => shiftId === id);
  return (
    <form className="sign-up" method="post" action={`/events/${slug}`} noValidate>
      <input type="hidden" name="key" value={values.key} />
      <ShiftChoices
        shifts={shifts}
        overlappingShifts={overlappingShifts}
        startsAt={startsAt}
        timeZone={timeZone}
        language={language}
        values={values}
        error={signUpForm.controls(values, errors)('shift').error}
      />
      <PersonPart {...props} shifts={shifts.filter(isAvailable)} />
    </form>
  );
}

interface PersonPartProps extends Pick<
  Props,
  'slug' | 'withMinors' | 'values' | 'errors' | 'volunteer' | 'maxGuests' | 'shouldAskAge'
> {
  shifts: ReadonlyArray<Pick<ShiftChoiceData, 'minimumAge'>>;
}

/** The fields below the choice of shifts or dates, with the button. `shifts` are those that the person can choose. */
export function PersonPart(props: PersonPartProps) {
  const { slug, shifts, withMinors, values, errors, volunteer, shouldAskAge } = props;
  const { words, organization } = usePage();
  const t = words.site.signUp;
  const maxGuests = Math.min(props.maxGuests, organization.guestsPerSignup);
  // A signed-in volunteer's age is on file. From a remembered browser a refusal gives no reason, so it is asked first.
  const needsAge =
    volunteer?.identifiedBy === 'browser' || shouldAskAge || errors.some(({ field: at }) => at === 'birthYear');
  return (
    <>
      {!volunteer && (isBlank(values, errors) ? <BlankFields /> : <PersonalFields values={values} errors={errors} />)}
      {(!volunteer || needsAge) && (
        <AgeFields shifts={shifts} withMinors={withMinors} values={values} errors={errors} />
      )}
      {maxGuests > 0 &&
        (withMinors ? <p className="hint">{t.noGuests}</p> : <Guests {...props} maxGuests={maxGuests} />)}
      {volunteer ? (
        <KnownPerson volunteer={volunteer} slug={slug} hasErrors={errors.length > 0} />
      ) : (
        <>
          <Phone values={values} errors={errors} />
          <Send />
        </>
      )}
    </>
  );
}

function isBlank({ name, email }: SignUpValues, errors: readonly FormError[]): boolean {
  return name === '' && email === '' && errors.length === 0;
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
      <SubmitButton action="again" label={t.knownSend(nameArgs)} look="large" />
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
  return <PersonalFields values={{ name: '', email: '' }} errors={[]} />;
});

interface PersonProps<Name extends keyof SignUpValues> {
  values: Pick<SignUpValues, Name>;
  errors: readonly FormError[];
}

function PersonalFields({ values, errors }: PersonProps<'name' | 'email'>) {
  return <PersonFields words={usePage().words.site.signUp} field={signUpForm.controls(values, errors)} />;
}

function Guests({ values, errors, maxGuests }: Pick<Props, 'values' | 'errors' | 'maxGuests'>) {
  const field = signUpForm.controls(values, errors);
  const { guests, guestNames, acceptsFewerGuests } = values;
  const acceptsFewerGuestsError = field('acceptsFewerGuests').error;
  const hasErrors = [field('guests').error, field('guestNames').error, acceptsFewerGuestsError].some(
    (at) => at !== undefined,
  );
  const isOpen = hasErrors || !['', '0'].includes(guests) || guestNames !== '' || acceptsFewerGuests !== '';
  return (
    <details className="fold" open={isOpen}>
      <summary>{usePage().words.site.signUp.guestsFold}</summary>
      <PartyFields
        maxGuests={maxGuests}
        field={field}
        acceptsFewerGuests={{ answer: acceptsFewerGuests, error: acceptsFewerGuestsError }}
      />
    </details>
  );
}

function Phone({ values, errors }: PersonProps<'phone'>) {
  const t = usePage().words.site.signUp;
  const control = signUpForm.controls(values, errors)('phone');
  return (
    <details className="fold" open={values.phone !== '' || control.error !== undefined}>
      <summary>{t.phoneFold}</summary>
      <Field {...control} type="tel" label={t.phone} hint={t.phoneHint} autoComplete="tel" />
    </details>
  );
}

function Send() {
  const t = usePage().words.site.signUp;
  return (
    <>
      <button className="button large">{t.send}</button>
      <p className="small">
        {t.lead} <a href="/privacy">{t.privacy}</a>
      </p>
    </>
  );
}
