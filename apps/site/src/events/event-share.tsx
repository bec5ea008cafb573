import { ButtonLink } from '../frame/button';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';

/** No other service is involved. */
export const EventShare = cacheMarkup(function EventShare({ event }: { event: { slug: string; title: string } }) {
  const { words, publicUrl } = usePage();
  const t = words.site.event;
  const url = `${publicUrl}/events/${event.slug}`;
  const body = encodeURIComponent(`${t.shareText({ title: event.title })}\n\n${url}`);
  return (
    <section className="share" aria-labelledby="share-heading">
      <h2 id="share-heading">{t.share}</h2>
      <label className="field">
        <span>{t.link}</span>
        <input readOnly value={url} />
      </label>
      <ButtonLink
        to={`mailto:?subject=${encodeURIComponent(event.title)}&body=${body}`}
        label={t.byMail}
        look="quiet"
        icon="share"
      />
    </section>
  );
});
