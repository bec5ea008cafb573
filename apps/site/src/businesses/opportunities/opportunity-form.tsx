import { LanguageTicks } from '../../forms/language-ticks';
import { Choices } from '../../forms/choices';
import type { FormError } from '../../forms/error-summary';
import { Field } from '../../forms/field';
import { TextArea } from '../../forms/text-area';
import { SubmitButton } from '../../frame/button';
import { usePage } from '../../request/page-context';
import { kinds, opportunityForm, type OpportunityValues } from './opportunity-values';
import { PayFields } from './pay-fields';
import { YesNo } from './yes-no';

interface Props {
  values: OpportunityValues;
  errors: readonly FormError[];
  currencies: readonly string[];
  formKey: string;
  maySubmit: boolean;
}

type Question =
  | 'nightWork'
  | 'remote'
  | 'idNeeded'
  | 'backgroundCheck'
  | 'childcareHours'
  | 'trainingPaid'
  | 'wantsPublic';

/** Questions that could deter someone explain why we ask. */
export function OpportunityForm({ values, errors, currencies, formKey, maySubmit }: Props) {
  const { words } = usePage();
  const t = words.site.business.opportunityForm;
  const text = opportunityForm.controls(values, errors);
  const renderQuestion = (name: Question, question: string, reason: string, notApplicableLabel?: string) => (
    <YesNo {...text(name)} value={values[name]} {...{ question, reason, notApplicableLabel }} />
  );
  return (
    <form className="panel questions" method="post" noValidate>
      <input type="hidden" name="key" value={formKey} />
      <h2>{t.what}</h2>
      <Choices
        {...text('kind')}
        legend={t.kind}
        options={kinds.map((value) => ({
          value,
          label: words.enums.opportunityKind[value],
          hint: t.kindHints[value],
        }))}
      />
      <Field {...text('title')} label={t.title} hint={t.titleHint} required />
      <TextArea {...text('description')} label={t.description} hint={t.descriptionHint} rows={8} />
      <Choices
        {...text('language')}
        legend={t.language}
        row="segments"
        options={(['EN', 'ES'] as const).map((value) => ({ value, label: t.languages[value] }))}
      />

      <h2>{t.payAndHours}</h2>
      <PayFields values={values} errors={errors} currencies={currencies} />
      <div className="two">
        <Field {...text('hoursPerWeek')} label={t.hoursPerWeek} inputMode="numeric" />
        <Field {...text('startsOn')} label={t.startsOn} type="date" />
      </div>
      <Field {...text('schedule')} label={t.schedule} hint={t.scheduleHint} />
      {renderQuestion('nightWork', t.nightWork, t.nightWorkHint)}

      <h2>{t.where}</h2>
      {renderQuestion('remote', t.remote, t.remoteHint)}
      <Field {...text('place')} label={t.place} hint={t.placeHint} />
      <TextArea {...text('transport')} label={t.transport} hint={t.transportHint} rows={2} />
      <Field {...text('supervisorName')} label={t.supervisorName} hint={t.supervisorHint} autoComplete="off" required />

      <h2>{t.need}</h2>
      <p>{t.needLead}</p>
      {renderQuestion('idNeeded', t.idNeeded, t.idNeededHint)}
      {renderQuestion('backgroundCheck', t.backgroundCheck, t.backgroundCheckHint)}
      <TextArea {...text('acceptableRecords')} label={t.acceptableRecords} hint={t.acceptableRecordsHint} rows={2} />
      <TextArea {...text('equipment')} label={t.equipment} hint={t.equipmentHint} rows={2} />
      {renderQuestion('childcareHours', t.childcareHours, t.childcareHoursHint)}
      {renderQuestion('trainingPaid', t.trainingPaid, t.trainingPaidHint, t.noTraining)}
      <LanguageTicks chosen={values.languages} legend={t.spoken} more={t.spokenMore} />

      <h2>{t.visibility}</h2>
      {renderQuestion('wantsPublic', t.wantsPublic, t.wantsPublicHint)}
      <p className="actions">
        <SubmitButton action="look" label={t.look} look="large" />
        <SubmitButton action="draft" label={t.draft} look="quiet large" />
      </p>
      {!maySubmit && <p className="small">{words.site.business.opportunities.notYet}</p>}
    </form>
  );
}
