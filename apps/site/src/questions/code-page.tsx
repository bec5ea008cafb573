import { SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { StatusPanel } from '../frame/status-panel';
import { usePage } from '../request/page-context';

/** The response to a form has no address, so the code can't be opened again. */
export function CodePage({ code }: { code: string }) {
  const t = usePage().words.site.asking;
  return (
    <PersonalPage title={t.title} heading={null} className="narrow" isPlain>
      <StatusPanel icon="check" title={t.codeTitle} text={t.codeLead} />
      {/* Code words are in the preferred language of the person, not the page's; Spanish codes have five words. */}
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
          <SubmitButton action="open" label={t.codeOpen} look="quiet" />
        </p>
      </form>
      <p className="small">{t.codeLeave}</p>
    </PersonalPage>
  );
}
