import { shortDate } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { newsForm, type NewsValues } from './fundraiser-values';
import type { MyFundraiserData } from './queries';

interface Props {
  fundraiser: MyFundraiserData;
  submittedValues: NewsValues | null;
  errors: readonly FormError[];
  currentPath: string;
  /** New form key, for a form that has not been sent. */
  newKey: string;
}

export function NewsForm({ fundraiser, submittedValues, errors, currentPath, newKey }: Props) {
  const { words, locale } = usePage();
  const t = words.site.fundraiser;
  const field = newsForm.controls(submittedValues ?? {}, errors);
  return (
    <details className="fold panel" open={submittedValues !== null}>
      <summary>{t.update}</summary>
      <p>{t.updateLead}</p>
      <form method="post" action={currentPath} noValidate>
        <input type="hidden" name="key" value={submittedValues?.key ?? newKey} />
        <Field {...field('newsTitle')} label={t.updateTitle} />
        <TextArea {...field('newsBody')} label={t.updateBody} hint={t.editStoryHint} rows={6} />
        <SubmitButton action="post" label={t.post} />
      </form>
      {fundraiser.updates.length > 0 && (
        <>
          <h2 className="shift-title">{t.updates}</h2>
          <ul className="history">
            {fundraiser.updates.map(({ id, title, status, writtenAt }) => (
              <li key={id}>
                <span>{title}</span>
                <span className="badge">{t.updateState[status]}</span>
                <span className="figure small">{shortDate(locale, new Date(writtenAt), fundraiser.timeZone)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
