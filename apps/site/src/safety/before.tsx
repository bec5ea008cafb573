import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';

const icons = ['exit', 'lock', 'clock'] as const;

/** Reading this page is not recorded. Links from other pages lead here; links among opportunities don't. */
export default function BeforeOpportunities() {
  const { words } = usePage();
  const t = words.site.safety;
  return (
    <div className="narrow">
      <PageHead title={t.beforeTitle} description={t.beforeLead} isPlain />
      <h1>{t.beforeHeading}</h1>
      <p className="lead">{t.beforeLead}</p>
      <ul className="calm">
        {t.before.map(({ title, text }, index) => (
          <li key={title}>
            <Icon name={icons[index] ?? 'check'} />
            <div>
              <h2>{title}</h2>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="actions">
        <ButtonLink to="/opportunities" label={t.beforeGo} look="large" arrow />
      </p>
      <ul className="ways">
        <li>
          <a href="/using-this-site">{t.beforeSafely}</a>
        </li>
        <li>
          <a href="/reply">{t.beforeCode}</a>
        </li>
        <li>
          <a href="/talk">{t.beforeTalk}</a>
        </li>
      </ul>
    </div>
  );
}
