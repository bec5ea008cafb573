import { Choices } from '../forms/choices';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { usePage } from '../request/page-context';
import type { KnownVolunteer, OverlappingShiftData } from '../signups/known-volunteer';
import { PersonPart } from '../signups/sign-up-form';
import { clockRange } from './series-times';
import type { SeriesData, SeriesDateData } from './queries';
import { SeriesDates } from './series-dates';
import { datesOf, seriesForm, type RoleChoice, type SeriesValues } from './series-values';

interface Props {
  series: SeriesData;
  dates: readonly SeriesDateData[];
  roles: readonly RoleChoice[];
  values: SeriesValues;
  errors: readonly FormError[];
  volunteer: KnownVolunteer | null;
  overlappingShifts: readonly OverlappingShiftData[];
  shouldAskAge: boolean;
}

/** One form for every date, including those added later, or for the checked ones. */
export function SeriesForm(props: Props) {
  const { series, dates, roles, values, errors, volunteer, overlappingShifts, shouldAskAge } = props;
  const { words, locale } = usePage();
  const t = words.site.series;
  const field = seriesForm.controls(values, errors);
  const { slug, template, timeZone } = series;
  const firstDay = dates[0]?.startsAtLocal.slice(0, 10);
  const [onlyRole] = roles;
  return (
    <form className="sign-up" method="post" action={`/events/${slug}`} noValidate>
      <input type="hidden" name="key" value={values.key} />
      {roles.length === 1 ? (
        <input type="hidden" name="shift" value={onlyRole?.value} />
      ) : (
        <Choices
          id="shift"
          legend={t.shift}
          defaultValue={values.shift}
          error={field('shift').error}
          options={roles.map(({ value, role, shift }) => ({
            value,
            label: role,
            hint: clockRange(locale, shift, timeZone),
          }))}
        />
      )}
      <Choices
        id="which"
        legend={t.which}
        defaultValue={values.which}
        error={field('which').error}
        options={[
          { value: 'every', label: t.every, hint: t.everyHint },
          { value: 'some', label: t.some },
        ]}
      />
      <Field {...field('until')} type="date" min={firstDay} label={t.until} hint={t.untilHint} />
      <SeriesDates
        series={series}
        dates={dates}
        roles={roles}
        checked={datesOf(values)}
        error={field('dates').error}
        overlappingShifts={overlappingShifts}
        isOpen
      />
      <PersonPart
        slug={slug}
        shifts={roles.map(({ shift }) => shift)}
        withMinors={template.withMinors}
        values={values}
        errors={errors}
        volunteer={volunteer}
        maxGuests={template.maxGuests}
        shouldAskAge={shouldAskAge}
      />
    </form>
  );
}
