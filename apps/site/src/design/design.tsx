import { contrast, contrastPairs, dark, light } from '@upstander/web-kit';
import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';

export const handle: Handle = { cached: true, sheet: 'workshop' };

const sizes = [5, 4, 3, 2, 1, 0];

/** Shows the components of the site for developers. No page links to it. */
export default function DesignPage() {
  const t = usePage().words.site.design;
  return (
    <>
      <div className="wide design">
        <PageHead title={t.title} isPersonal />
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <section>
          <h2>{t.type}</h2>
          <p>{t.typeText}</p>
          {sizes.map((size) => (
            <p key={size} className={`size-${size}`}>
              {t.sample}
            </p>
          ))}
        </section>
        <Colors />
      </div>
      <section className="band">
        <div className="wide design">
          <h2>{t.buttons}</h2>
          <p>{t.rhythm}</p>
          <p className="actions">
            <ButtonLink to="#content" label={t.main} />
            <ButtonLink to="#content" label={t.second} look="quiet" arrow />
            <ButtonLink to="/give" label={t.give} />
            <ButtonLink to="#content" label={t.away} look="leave" />
          </p>
          <h2>{t.states}</h2>
          <p>
            <span className="badge green">{t.open}</span> <span className="badge amber">{t.waiting}</span>{' '}
            <span className="badge clay">{t.ended}</span>
          </p>
          <h2>{t.notes}</h2>
          <p className="note">
            <Icon name="check" />
            {t.noteGood}
          </p>
          <p className="note amber">
            <Icon name="clock" />
            {t.noteWait}
          </p>
          <p className="note clay">
            <Icon name="alert" />
            {t.noteStop}
          </p>
        </div>
      </section>
      <div className="wide design">
        <section className="panel">
          <Fields />
        </section>
        <Surfaces />
        <section>
          <h2>{t.drawings}</h2>
          <p>{t.drawingsText}</p>
          <img className="hero-art" src="/art/side-by-side.svg" width="560" height="460" alt="" loading="lazy" />
        </section>
      </div>
    </>
  );
}

function Colors() {
  const t = usePage().words.site.design;
  return (
    <section>
      <h2>{t.colors}</h2>
      <p>{t.colorsText}</p>
      <ul className="swatches">
        {contrastPairs.map(([text, background]) => (
          <li key={`${text} ${background}`} className={`swatch-${text} on-${background}`}>
            <b>
              {contrast(light[text], light[background]).toFixed(1)} ·{' '}
              {contrast(dark[text], dark[background]).toFixed(1)}
            </b>{' '}
            {t.onBackground({ text, background })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Surfaces() {
  const t = usePage().words.site.design;
  return (
    <section>
      <h2>{t.surfaces}</h2>
      <p>{t.surfacesText}</p>
      <div className="surfaces">
        <p className="surface-row">{t.surfaceRow}</p>
        <div className="cards">
          <div className="card">{t.surfaceCard}</div>
        </div>
        <p className="panel">{t.surfacePanel}</p>
        <p className="surface-band">{t.surfaceBand}</p>
        <p className="surface-night">{t.surfaceNight}</p>
      </div>
    </section>
  );
}

function Fields() {
  const t = usePage().words.site.design;
  return (
    <form action="#content">
      <h2>{t.fields}</h2>
      <div className="field">
        <label htmlFor="well">{t.field}</label>
        <p className="hint" id="well-hint">
          {t.fieldHint}
        </p>
        <input id="well" type="email" autoComplete="off" aria-describedby="well-hint" />
      </div>
      <div className="field wrong">
        <label htmlFor="ill">{t.field}</label>
        <p className="field-error" id="ill-error">
          <Icon name="alert" />
          {t.fieldError}
        </p>
        <input id="ill" type="email" autoComplete="off" aria-invalid="true" aria-describedby="ill-error" />
      </div>
      <label className="tick">
        <input type="checkbox" /> {t.choice}
      </label>
    </form>
  );
}
