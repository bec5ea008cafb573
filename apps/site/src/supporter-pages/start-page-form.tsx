import { Choices } from '../forms/choices';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Puzzle } from '../forms/puzzle';
import { TextArea } from '../forms/text-area';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { pageForm, type PageValues } from './page-values';
import type { PageStartData } from './queries';

interface Props {
  campaign: PageStartData;
  values: Partial<PageValues>;
  errors: readonly FormError[];
}

export function StartPageForm({ campaign, values, errors }: Props) {
  const { words } = usePage();
  const t = words.site.fundraiser;
  const field = pageForm.controls(values, errors);
  const teams = campaign.pages.filter(({ kind }) => kind === 'TEAM');
  return (
    <form className="panel questions" method="post" action={`/fundraisers/${campaign.slug}/start-a-page`} noValidate>
      <input type="hidden" name="key" value={values.key} />
      <Choices
        {...field('kind')}
        legend={t.pageKind}
        options={[
          { value: 'PERSONAL', label: t.personal, hint: t.personalHint },
          { value: 'TEAM', label: t.team, hint: t.teamHint },
        ]}
      />
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
          {campaign.pages.length >= 100 && (
            <a href={`/fundraisers/${campaign.slug}/pages`}>{words.site.campaign.allPages}</a>
          )}
        </label>
      )}
      <Field {...field('title')} label={t.pageTitle} hint={t.pageTitleHint} required />
      <TextArea {...field('story')} label={t.pageStory} rows={5} />
      <Field {...field('goal')} label={t.pageGoal} inputMode="decimal" />
      <PersonFields words={t} field={field} />
      <Puzzle />
      <SubmitButton label={t.pageStart} look="large" data-proves="" />
      <p className="small">
        <a href="/privacy">{words.site.signUp.privacy}</a>
      </p>
    </form>
  );
}
