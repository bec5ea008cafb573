import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { longest } from '../fundraisers/fundraiser-values';
import { usePage } from '../request/page-context';
import type { PageValues } from './page-values';
import type { PageStartData } from './queries';

interface Props {
  campaign: PageStartData;
  values: PageValues;
  errors: readonly FormError[];
}

/** What kind of page, its title and words, who asks. */
export function StartPageForm({ campaign, values, errors }: Props) {
  const { words } = usePage();
  const t = words.site.fundraiser;
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  const kindError = errorOf('personal');
  const teams = campaign.pages.filter(({ kind }) => kind === 'TEAM');
  return (
    <form className="panel questions" method="post" action={`/fundraisers/${campaign.slug}/start-a-page`} noValidate>
      <input type="hidden" name="key" value={values.key} />
      <fieldset className={kindError === undefined ? undefined : 'wrong'}>
        <legend>{t.pageKind}</legend>
        <FieldError id="personal" error={kindError} />
        <Choice
          id="personal"
          name="kind"
          value="PERSONAL"
          checked={values.kind === 'PERSONAL'}
          label={
            <>
              <b>{t.personal}</b>
              <span className="small">{t.personalHint}</span>
            </>
          }
        />
        <Choice
          id="team-kind"
          name="kind"
          value="TEAM"
          checked={values.kind === 'TEAM'}
          label={
            <>
              <b>{t.team}</b>
              <span className="small">{t.teamHint}</span>
            </>
          }
        />
      </fieldset>
      {teams.length > 0 && (
        <label className="field">
          <span>{t.joinTeam}</span>
          <select name="team" defaultValue={values.team}>
            <option value="">{t.noTeam}</option>
            {teams.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <Field
        id="title"
        label={t.pageTitle}
        hint={t.pageTitleHint}
        defaultValue={values.title}
        error={errorOf('title')}
        maxLength={longest.title}
        required
      />
      <TextArea
        id="story"
        label={t.pageStory}
        defaultValue={values.story}
        error={errorOf('story')}
        rows={5}
        maxLength={longest.story}
      />
      <Field
        id="goal"
        label={t.pageGoal}
        defaultValue={values.goal}
        error={errorOf('goal')}
        inputMode="decimal"
        maxLength={20}
      />
      <Field
        id="name"
        label={t.name}
        hint={t.nameHint}
        defaultValue={values.name}
        error={errorOf('name')}
        autoComplete="name"
        maxLength={longest.name}
        required
      />
      <Field
        id="email"
        type="email"
        label={t.email}
        hint={t.emailHint}
        defaultValue={values.email}
        error={errorOf('email')}
        autoComplete="email"
        spellCheck={false}
        maxLength={254}
        required
      />
      <button className="button large" type="submit">
        {t.pageStart}
      </button>
      <p className="small">
        <a href="/privacy">{words.site.signUp.privacy}</a>
      </p>
    </form>
  );
}
