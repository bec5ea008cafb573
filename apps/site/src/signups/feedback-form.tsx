import { limits } from '@upstander/web-kit';
import { FieldError } from '../forms/field';
import type { FormError } from '../forms/error-summary';
import { usePage } from '../request/page-context';

interface Props {
  rating: string;
  comment: string;
  errors: readonly FormError[];
}

export function FeedbackForm({ rating, comment, errors }: Props) {
  const { words } = usePage();
  const t = words.site.feedback;
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
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
        <fieldset className={errorOf('rating') === undefined ? undefined : 'wrong'}>
          <legend>{t.rating}</legend>
          <FieldError id="rating" error={errorOf('rating')} />
          <div className="ratings">
            {choices.map(([value, label], index) => (
              <div className="choice" key={value}>
                <input
                  type="radio"
                  name="rating"
                  id={index === 0 ? 'rating' : `rating-${value}`}
                  value={value}
                  defaultChecked={rating === value}
                />
                <label htmlFor={index === 0 ? 'rating' : `rating-${value}`}>{label}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <div className={errorOf('comment') === undefined ? 'field' : 'field wrong'}>
          <label htmlFor="comment">{t.comment}</label>
          <FieldError id="comment" error={errorOf('comment')} />
          <textarea id="comment" name="comment" rows={4} defaultValue={comment} maxLength={limits.Feedback.comment} />
        </div>
        <button className="button" name="do" value="feedback">
          {t.send}
        </button>
      </form>
    </section>
  );
}
