import { helpLineIn, listText } from '@upstander/web-kit';
import { Drawing } from '../drawings/drawings';
import { PageHead } from '../frame/page-head';
import { LineList } from '../help-lines/line-list';
import { helpLineData } from '../help-lines/structured-data';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Sections } from '../frame/sections';
import { LeaveNote } from '../safety/leave-note';
import { DataBlock } from '../share/data-block';
import { IfPage } from '../request/features';

export const handle: Handle = { sheet: 'front' };

/** Uses no data that could be missing. */
export default function HelpPage() {
  const { words, locale, language, helpLines, publicUrl } = usePage();
  const t = words.site.help;
  const reports = helpLines
    .filter(({ takesReports }) => takesReports)
    .map((line) => helpLineIn(locale, line, words.content).name);
  return (
    <>
      <PageHead title={t.title} description={t.lead} isPlain />
      <DataBlock
        data={helpLineData(helpLines, (line) => helpLineIn(locale, line, words.content), `${publicUrl}/help`)}
      />
      <div className="wide landing-top">
        <div>
          <h1>{t.title}</h1>
          <p className="lead">{t.lead}</p>
          <LeaveNote />
        </div>
        {/* On phones, the numbers come first. */}
        <Drawing name="help" className="from-desktop" />
      </div>
      <section className="help whole" id="help" tabIndex={-1} aria-labelledby="help-heading">
        <div className="wide">
          <h2 id="help-heading">{t.linesHeading}</h2>
          <p>{t.linesLead}</p>
          <LineList lines={helpLines} />
          {reports.length > 0 && <p>{t.reports({ names: listText(language, reports) })}</p>}
          <IfPage path="/reply">
            <p>
              {t.wroteBefore} <a href="/reply">{words.site.opportunities.code}</a>
            </p>
          </IfPage>
        </div>
      </section>
      <div className="narrow">
        <Sections sections={t.sections} />
        <section>
          <h2>{t.more}</h2>
          <ul className="links">
            <li>
              <a href="/help/find">{words.site.find.title}</a>
            </li>
            <li>
              <a href="/help/services">{words.site.services.title}</a>
            </li>
            <IfPage path="/talk">
              <li>
                <a href="/talk">{words.frame.talk}</a>
              </li>
            </IfPage>
            <IfPage path="/opportunities">
              <li>
                <a href="/opportunities">{words.frame.work}</a>
              </li>
            </IfPage>
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
