import { usePage } from '../request/page-context';

export interface FormError {
  /** ID of the field, or none if the message is about the whole form. */
  field?: string;
  text: string;
}

/** Takes the focus, so that the errors are noticed immediately. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const { words } = usePage();
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-heading">
      <h2 id="error-heading">{words.site.errors.heading({ n: errors.length })}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={text}>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
