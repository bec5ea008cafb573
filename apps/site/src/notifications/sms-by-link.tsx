import { SubmitButton } from '../frame/button';
import { Done } from '../frame/done';
import { usePage } from '../request/page-context';
import { signInPath } from '../sign-in/return-to';
import type { SmsChoice } from './queries';

interface Props {
  sms: SmsChoice;
  hasStopped: boolean;
  path: string;
}

/** Turns texts off. Turning them on takes an account, because the email may have been forwarded. */
export function SmsByLink({ sms, hasStopped, path }: Props) {
  const t = usePage().words.site.notifications.texts;
  const getsTexts = sms.channel !== 'EMAIL';
  if (!sms.isAvailable && !getsTexts) return null;
  return (
    <section className="aside" aria-labelledby="texts-heading">
      <h2 id="texts-heading">{t.title}</h2>
      {hasStopped && <Done>{t.did.channel}</Done>}
      {getsTexts ? (
        <form method="post" action={path}>
          <p>{t.onByLink}</p>
          <p className="actions">
            <SubmitButton action="stop" label={t.stop} />
          </p>
        </form>
      ) : (
        <p>
          <a href={signInPath('/account/notifications')}>{t.signInToStart}</a>
        </p>
      )}
    </section>
  );
}
