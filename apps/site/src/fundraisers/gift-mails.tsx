import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';

/** The setting that emails about gifts link to. */
export function GiftMails({ isSubscribed, currentPath }: { isSubscribed: boolean; currentPath: string }) {
  const t = usePage().words.site.fundraiser;
  return (
    <section className="aside" aria-labelledby="mails-heading">
      <h2 id="mails-heading">{t.giftMails}</h2>
      <p>{isSubscribed ? t.giftMailsOn : t.giftMailsOff}</p>
      <form method="post" action={currentPath}>
        {!isSubscribed && <input type="hidden" name="wanted" value="1" />}
        <SubmitButton action="mails" label={isSubscribed ? t.giftMailsStop : t.giftMailsStart} look="quiet" />
      </form>
    </section>
  );
}
