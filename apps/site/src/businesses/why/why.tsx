import { Icon } from '../../frame/icons';
import { PageHead } from '../../frame/page-head';
import { usePage } from '../../request/page-context';

/** Why a business would begin, how it is looked at, and what it will never see. */
export default function Why() {
  const { words } = usePage();
  const t = words.site.business.why;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <p className="actions">
        <a className="button large" href="/business/home">
          {t.begin}
          <Icon name="arrow" />
        </a>
        <a className="button quiet large" href="/sign-in">
          {t.signIn}
        </a>
      </p>
      <p className="small">{t.beginHint}</p>
      <Ticks title={t.give} items={t.gives} />
      <Ticks title={t.get} items={t.gets} />
      <section>
        <h2>{t.how}</h2>
        <ol className="timeline">
          {t.steps.map(({ title, text }) => (
            <li key={title}>
              <b>{title}</b>
              <br />
              {text}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t.never}</h2>
        <ul className="prose">
          {t.nevers.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p>{t.neverText}</p>
      </section>
      <section>
        <h2>{t.see}</h2>
        <ul className="prose">
          {t.sees.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p>{t.seeText}</p>
      </section>
      <p className="actions">
        <a className="button large" href="/business/home">
          {t.begin}
          <Icon name="arrow" />
        </a>
      </p>
    </div>
  );
}

function Ticks({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="ticks">
        {items.map((item) => (
          <li key={item}>
            <Icon name="check" />
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
