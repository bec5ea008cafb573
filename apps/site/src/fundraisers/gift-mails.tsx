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
        <button className="button quiet" name="do" value="mails">
          {isSubscribed ? t.giftMailsStop : t.giftMailsStart}
        </button>
      </form>
    </section>
  );
}
