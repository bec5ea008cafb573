import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { letterForm, letterPath, type LetterSpan } from './letter-span';
import type { GivenHours } from './queries';

interface Props {
  hours: readonly GivenHours[];
  span: LetterSpan;
  errors: readonly FormError[];
}

export function LetterForm({ hours, span, errors }: Props) {
  const { words, locale } = usePage();
  const t = words.site.hours;
  const field = letterForm.controls(span, errors);
  const years = [...new Set(hours.filter(isApprovedHours).map(({ day }) => day.slice(0, 4)))];
  if (years.length === 0) return null;
  return (
    <form className="panel questions" method="get" action="/account/hours" noValidate>
      <h2>{t.letter}</h2>
      <p>{t.letterLead}</p>
      <ul className="letter-years">
        {years.map((year) => (
          <li key={year}>
            <a href={letterPath({ from: `${year}-01-01`, to: `${year}-12-31` }, locale)}>{t.letterOf({ year })}</a>
          </li>
        ))}
      </ul>
      <div className="two">
        <Field {...field('from')} type="date" label={t.from} />
        <Field {...field('to')} type="date" label={t.to} />
      </div>
      <SubmitButton name="letter" action="1" label={t.letterSubmit} look="quiet large" />
    </form>
  );
}

/** Disputed hours count too. */
export const isApprovedHours = ({ status }: Pick<GivenHours, 'status'>): boolean =>
  status === 'APPROVED' || status === 'DISPUTED';
