import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { signInPath } from '../sign-in/return-to';
import type { EndedForm } from './signed-in';

/** A form that came with a session that had ended: nothing of it is lost, it waits here for signing in. */
export function SignedOutMeanwhile({ typed }: { typed: EndedForm['ended'] }) {
  const { words, path } = usePage();
  const t = words.site.signIn;
  return (
    <div className="narrow plain">
      <PageHead title={t.endedTitle} personal />
      <h1>{t.endedTitle}</h1>
      <p className="lead">{t.endedText}</p>
      <form method="post" action={path}>
        {typed.map(([name, value], index) => (
          // Names repeat (several ticked boxes), and the order is all that tells them apart.
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <p className="actions">
          <a className="button large" href={signInPath(path)} target="_blank" rel="noreferrer">
            {t.endedSignIn}
          </a>
          <button className="button quiet large" type="submit">
            {t.endedSend}
          </button>
        </p>
      </form>
    </div>
  );
}
