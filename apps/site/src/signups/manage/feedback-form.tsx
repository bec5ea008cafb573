import { FieldError } from '../../forms/field';
import type { ValuesOf } from '../../forms/define-form';
import type { FormError } from '../../forms/error-summary';
import { TextArea } from '../../forms/text-area';
import { SubmitButton } from '../../frame/button';
import { usePage } from '../../request/page-context';
import { feedbackForm } from './manage-actions';

interface Props {
  values: ValuesOf<typeof feedbackForm>;
  errors: readonly FormError[];
}

export function FeedbackForm({ values, errors }: Props) {
  const { words } = usePage();
  const t = words.site.feedback;
  const field = feedbackForm.controls(values, errors);
  const rating = field('rating');
  const choices = [
    ['5', t.ratings.five],
    ['4', t.ratings.four],
    ['3', t.ratings.three],
    ['2', t.ratings.two],
    ['1', t.ratings.one],
  ] as const;
  return (
    <section className="panel" id="feedback" aria-labelledby="feedback-heading">
      <h2 id="feedback-heading">{t.heading}</h2>
      <p>{t.lead}</p>
      <form method="post" noValidate>
        <fieldset className={rating.error === undefined ? undefined : 'wrong'}>
          <legend>{t.rating}</legend>
          <FieldError id="rating" error={rating.error} />
          <div className="ratings">
            {choices.map(([value, label], index) => (
              <div className="choice" key={value}>
                <input
                  type="radio"
                  name="rating"
                  id={index === 0 ? 'rating' : `rating-${value}`}
                  value={value}
                  defaultChecked={values.rating === value}
                />
                <label htmlFor={index === 0 ? 'rating' : `rating-${value}`}>{label}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <TextArea {...field('comment')} label={t.comment} />
        <SubmitButton action="feedback" label={t.send} />
      </form>
    </section>
  );
}
