import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { LanguageTicks } from '../forms/language-ticks';
import { Select } from '../forms/select';
import { TextArea } from '../forms/text-area';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';
import { profileForm, type ProfileValues } from './profile-values';
import type { MyProfileData, TermData } from './queries';
import { Week } from './week';

interface Props {
  loaded: MyProfileData;
  values: ProfileValues;
  errors: readonly FormError[];
}

export function ProfileForm({ loaded, values, errors }: Props) {
  const t = usePage().words.site.profile;
  const field = profileForm.controls(values, errors);
  const volunteer = loaded.me?.volunteer;
  const terms = (kind: TermData['kind'], chosen: readonly TermData[]) => {
    const availableTerms = loaded.volunteerTerms.filter((term) => term.kind === kind);
    // A retired term stays available to volunteers who chose it before.
    return [...availableTerms, ...chosen.filter(({ id }) => !availableTerms.some((term) => term.id === id))];
  };
  return (
    <form className="panel questions profile" method="post" action="/account/profile" noValidate>
      <input type="hidden" name="version" value={values.version} />
      <h2>{t.you}</h2>
      <Field {...field('name')} label={t.name} autoComplete="name" required />
      <Field {...field('preferredName')} label={t.preferredName} hint={t.preferredNameHint} autoComplete="nickname" />
      <Field {...field('phone')} type="tel" label={t.phone} hint={t.phoneHint} autoComplete="tel" />
      <Select
        {...field('homeChapter')}
        label={t.homeChapter}
        empty={t.noChapter}
        options={loaded.chapters.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...field('postcode')} label={t.postcode} hint={t.postcodeHint} autoComplete="postal-code" size={10} />
      <LanguageTicks chosen={values.languages} legend={t.languages} more={t.moreLanguages} />
      <Select
        {...field('locale')}
        label={t.mailsIn}
        options={[
          { value: 'EN', label: 'English' },
          { value: 'ES', label: 'Español' },
        ]}
      />
      <h2>{t.help}</h2>
      <Terms name="skills" legend={t.skills} terms={terms('SKILL', volunteer?.skills ?? [])} chosen={values.skills} />
      <Terms
        name="interests"
        legend={t.interests}
        terms={terms('INTEREST', volunteer?.interests ?? [])}
        chosen={values.interests}
      />
      <Week selected={values.availability} />
      <h2>{t.care}</h2>
      <TextArea {...field('accessibility')} label={t.accessibility} hint={t.accessibilityHint} rows={3} />
      <Field
        {...field('birthYear')}
        label={t.birthYear}
        hint={t.birthYearHint}
        inputMode="numeric"
        autoComplete="bday-year"
        size={6}
      />
      <Tick id="minor" label={t.minor} hint={t.minorHint} checked={values.minor} />
      <fieldset>
        <legend>{t.contact}</legend>
        <p className="hint">{t.contactHint}</p>
        <Field {...field('contactName')} label={t.contactName} autoComplete="off" />
        <Field {...field('contactPhone')} type="tel" label={t.contactPhone} autoComplete="off" />
        <Field
          {...field('contactRelation')}
          label={t.contactRelation}
          hint={t.contactRelationHint}
          autoComplete="off"
        />
      </fieldset>
      <h2>{t.mails}</h2>
      <Tick id="messages" label={t.messages} hint={t.messagesHint} checked={values.messages} />
      <h2>{t.seen}</h2>
      <Tick id="peers" label={t.peers} hint={t.peersHint} checked={values.peers} />
      <button className="button large">{t.save}</button>
    </form>
  );
}

interface TermsProps {
  name: string;
  legend: string;
  terms: readonly TermData[];
  chosen: readonly string[];
}

function Terms({ name, legend, terms, chosen }: TermsProps) {
  const { locale } = usePage();
  if (terms.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="ticks-row">
        {terms.map((term) => (
          <label className="tick" key={term.id}>
            <input type="checkbox" name={name} value={term.id} defaultChecked={chosen.includes(term.id)} />
            {locale === 'es' ? term.nameEs : term.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
