import { ButtonLink } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import { signInPath } from '../sign-in/return-to';
import type { EndedForm } from './signed-in';

/** Keeps a form that was sent with an ended session until the user signs in again. */
export function SignedOutMeanwhile({ fields }: { fields: EndedForm['submittedFields'] }) {
  const { words, path } = usePage();
  const t = words.site.signIn;
  return (
    <PersonalPage title={t.endedTitle} lead={t.endedText} className="narrow plain">
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
    </PersonalPage>
  );
}
