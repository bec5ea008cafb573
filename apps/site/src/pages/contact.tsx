import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';

export const handle: Handle = { cached: true, sheet: 'reading' };

/** Whom to ask for what; whoever needs help is not sent to a mailbox. */
export default function Contact() {
  const { words, contactEmail } = usePage();
  const t = words.site.contact;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <section>
        <h2>{t.help}</h2>
        <p>
          {t.helpText} <a href="/help">{words.frame.getHelp}</a>
        </p>
      </section>
      <section>
        <h2>{t.write}</h2>
        <p>
          {t.writeText} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
      </section>
      <section>
        <h2>{t.ways}</h2>
        <ul className="links">
          <li>
            {t.event} <a href="/events">{words.frame.events}</a>
          </li>
          <li>
            {t.gift} <a href="/giving">{words.frame.myGiving}</a>
          </li>
          <li>
            {t.business} <a href="/business">{words.frame.forBusinesses}</a>
          </li>
          <li>
            {t.chapter} <a href="/chapters">{words.site.chapters.title}</a>
          </li>
        </ul>
      </section>
    </div>
  );
}
