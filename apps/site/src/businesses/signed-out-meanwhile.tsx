import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { signInPath } from '../sign-in/return-to';
import type { EndedForm } from './signed-in';

/** Keeps a form that was sent with an ended session until the user signs in again. */
export function SignedOutMeanwhile({ fields }: { fields: EndedForm['submittedFields'] }) {
  const { words, path } = usePage();
  const t = words.site.signIn;
  return (
    <div className="narrow plain">
      <PageHead title={t.endedTitle} isPersonal />
      <h1>{t.endedTitle}</h1>
      <p className="lead">{t.endedText}</p>
      <form method="post" action={path}>
        {fields.map(([name, value], index) => (
          // Names repeat (several checkboxes), so only the index is unique.
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <p className="actions">
          <ButtonLink to={signInPath(path)} label={t.endedSignIn} look="large" target="_blank" rel="noreferrer" />
          <button className="button quiet large">{t.endedSend}</button>
        </p>
      </form>
    </div>
  );
}
