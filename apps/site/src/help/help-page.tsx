import { HelpLines } from '../frame/help';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Sections } from '../pages/sections';
import { LeaveNote } from '../safety/leave-note';

export const handle: Handle = { drawnOnce: true, sheet: 'reading' };

/** Where to call or write, what happens then, and what else there is. */
export default function HelpPage() {
  const { words } = usePage();
  const t = words.site.help;
  return (
    <>
      <PageHead title={t.title} description={t.lead} plain />
      <div className="narrow">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <LeaveNote />
      </div>
      <section className="help" id="help" tabIndex={-1} aria-labelledby="help-heading">
        <HelpLines />
      </section>
      <div className="narrow">
        <Sections sections={t.sections} />
        <section>
          <h2>{t.more}</h2>
          <ul className="links">
            <li>
              <a href="/talk">{words.frame.talk}</a>
            </li>
            <li>
              <a href="/opportunities">{words.frame.work}</a>
            </li>
            <li>
              <a href="/learn">{words.site.learn.title}</a>
            </li>
            <li>
              <a href="/using-this-site">{words.frame.usingThisSite}</a>
            </li>
          </ul>
        </section>
      </div>
    </>
  );
}
