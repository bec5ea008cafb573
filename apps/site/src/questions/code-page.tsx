import { StatusPanel } from '../frame/status-panel';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';

/**
 * The words that lead back. They are shown here and nowhere else: this page is the answer to a form, it has no address
 * of its own, and the words are in no other one.
 */
export function CodePage({ code }: { code: string }) {
  const t = usePage().words.site.asking;
  return (
    <div className="narrow">
      <PageHead title={t.title} personal plain />
      <StatusPanel icon="check" title={t.codeTitle} text={t.codeLead} />
      {/* In the language the person wants to be answered in, which need not be that of the page; five are Spanish. */}
      <p className="panel code-words" lang={code.split(' ').length === 5 ? 'es' : 'en'} translate="no">
        {code}
      </p>
      <ul className="prose">
        {t.codeHow.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t.codeNext}</p>
      <form method="post" action="/reply" autoComplete="off">
        <input type="hidden" name="code" value={code} />
        <p className="actions">
          <button className="button quiet" name="do" value="open">
            {t.codeOpen}
          </button>
        </p>
      </form>
      <p className="small">{t.codeLeave}</p>
    </div>
  );
}
