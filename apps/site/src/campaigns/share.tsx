import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';

/**
 * Plain links load nothing from other sites, which learn of a visit only when a link is clicked.
 */
export function ShareLinks({ url, title }: { url: string; title: string }) {
  const { words } = usePage();
  const t = words.site.campaign;
  const text = t.shareText({ title });
  const textAndUrl = encodeURIComponent(`${text} ${url}`);
  return (
    <div className="share">
      <p className="share-links">
        <ButtonLink
          to={`mailto:?subject=${encodeURIComponent(title)}&body=${textAndUrl}`}
          label={t.byMail}
          look="quiet"
        />
        <ButtonLink to={`https://wa.me/?text=${textAndUrl}`} label="WhatsApp" look="quiet" rel="noreferrer" />
        <ButtonLink
          to={`https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`}
          label="Facebook"
          look="quiet"
          rel="noreferrer"
        />
      </p>
      <label className="field">
        <span>{t.link}</span>
        <input readOnly value={url} />
      </label>
    </div>
  );
}

export const Share = cacheMarkup(function Share({
  url,
  title,
  embedUrl,
}: {
  url: string;
  title: string;
  embedUrl: string | null;
}) {
  const { words } = usePage();
  const t = words.site.campaign;
  return (
    <section aria-labelledby="share-heading">
      <h2 id="share-heading">
        <Icon name="share" /> {t.share}
      </h2>
      <ShareLinks url={url} title={title} />
      {embedUrl !== null && <Embed url={embedUrl} title={title} />}
    </section>
  );
});

function Embed({ url, title }: { url: string; title: string }) {
  const t = usePage().words.site.campaign;
  const code = `<iframe src="${url}" title="${encodeMarkup(t.frameTitle({ title }))}" width="360" height="260" style="border:0" loading="lazy"></iframe>`;
  return (
    <details className="fold">
      <summary>{t.embed}</summary>
      <p>{t.embedText}</p>
      <label className="field">
        <span>{t.embedCode}</span>
        <textarea readOnly rows={4} value={code} />
      </label>
    </details>
  );
}

function encodeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
