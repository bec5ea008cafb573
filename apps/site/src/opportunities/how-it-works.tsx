import { ButtonLink } from '../frame/button';
import { usePage } from '../request/page-context';

export function HowItWorks({ slug }: { slug: string }) {
  const t = usePage().words.site.opportunities;
  return (
    <section className="panel" aria-labelledby="how-heading">
      <h2 id="how-heading">{t.howHeading}</h2>
      <ol className="timeline">
        {t.how.map(({ title, text }) => (
          <li key={title}>
            <b>{title}</b>
            <br />
            {text}
          </li>
        ))}
      </ol>
      <ButtonLink to={`/opportunities/${slug}/apply`} label={t.apply} look="large" arrow rel="nofollow" />
      <p className="hint">{t.applyHint}</p>
    </section>
  );
}

/** Explains how the business was vetted, the limits of that, and what a business must never ask for. */
export function Checked() {
  const t = usePage().words.site.opportunities;
  return (
    <>
      <section aria-labelledby="checked">
        <h2 id="checked">{t.vettedHeading}</h2>
        {t.vetted.map((text) => (
          <p className="prose" key={text}>
            {text}
          </p>
        ))}
      </section>
      <section aria-labelledby="never">
        <h2 id="never">{t.neverHeading}</h2>
        <ul className="prose">
          {t.never.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>{t.neverThen}</p>
      </section>
    </>
  );
}
