import { usePage } from '../request/page-context';

/** The setting that emails about gifts link to. */
export function GiftMails({ wanted, here }: { wanted: boolean; here: string }) {
  const t = usePage().words.site.fundraiser;
  return (
    <section className="aside" aria-labelledby="mails-heading">
      <h2 id="mails-heading">{t.giftMails}</h2>
      <p>{wanted ? t.giftMailsOn : t.giftMailsOff}</p>
      <form method="post" action={here}>
        {!wanted && <input type="hidden" name="wanted" value="1" />}
        <button className="button quiet" name="do" value="mails">
          {wanted ? t.giftMailsStop : t.giftMailsStart}
        </button>
      </form>
    </section>
  );
}
