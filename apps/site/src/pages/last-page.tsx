import { dayAndTime, zoneName } from '@upstander/web-kit';
import { renderPage, type RenderedPage } from '../request/cached-markup';
import { usePage, type PageFacts } from '../request/page-context';

const contentStart = '<main id="content" tabindex="-1">';

/** Adds a note to a page from before an outage, above its content. */
export function withOutageNote(rendering: RenderedPage, currentAt: Date, facts: PageFacts): Buffer {
  const page = rendering.toBuffer();
  const place = page.indexOf(contentStart) + contentStart.length;
  if (place < contentStart.length) throw new Error('A page has no main element.');
  const note = renderPage(facts, <OutageNote currentAt={currentAt} />, '').toBuffer();
  return Buffer.concat([page.subarray(0, place), note, page.subarray(place)]);
}

function OutageNote({ currentAt }: { currentAt: Date }) {
  const { words, locale, timeZone } = usePage();
  const when = `${dayAndTime(locale, currentAt, timeZone)} (${zoneName(locale, timeZone, currentAt)})`;
  return (
    <div className="wide">
      <p className="note amber" role="status">
        {words.site.away.asOf({ when })}
      </p>
    </div>
  );
}
