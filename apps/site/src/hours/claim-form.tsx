import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { Select } from '../forms/select';
import { TextArea } from '../forms/text-area';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { claimForm, type ClaimValues } from './claim-values';

interface Props {
  chapters: ReadonlyArray<{ id: string; name: string }>;
  values: ClaimValues;
  errors: readonly FormError[];
}

/** Hours without a check-in count once the chapter approves them. */
export function ClaimForm({ chapters, values, errors }: Props) {
  const t = usePage().words.site.hours;
  const field = claimForm.controls(values, errors);
  return (
    <form className="panel questions" method="post" action="/account/hours" noValidate>
      <h2>{t.claim}</h2>
      <p>{t.claimLead}</p>
      <input type="hidden" name="id" value={values.id} />
      <Select
        {...field('chapter')}
        label={t.chapter}
        empty={t.chapterChoose}
        options={chapters.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="two">
        <Field {...field('day')} type="date" label={t.day} required />
        <Field {...field('time')} label={t.time} hint={t.timeHint} required />
      </div>
      <Field {...field('activity')} label={t.activity} hint={t.activityHint} required />
      <TextArea {...field('note')} label={t.note} hint={t.noteHint} rows={3} />
      <SubmitButton action="claim" label={t.claimSubmit} look="large" />
    </form>
  );
}
