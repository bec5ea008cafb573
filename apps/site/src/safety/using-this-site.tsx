import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';

/** What a visit leaves behind, what leaving can do and what it cannot. */
export default function UsingThisSite() {
  const { words } = usePage();
  const t = words.site.safety;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead} plain />
      <h1>{t.heading}</h1>
      <p className="lead">{t.lead}</p>
      {t.sections.map(({ title, items }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul className="prose">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{t.talkTitle}</h2>
        <p>{t.talkText}</p>
        <p className="actions">
          <a className="button" href="#help">
            <Icon name="phone" />
            {words.frame.getHelp}
          </a>
          <a className="button quiet" href="/opportunities">
            {t.backToOffers}
          </a>
        </p>
      </section>
    </div>
  );
}
