import { languageName } from '@upstander/web-kit';
import { usePage } from '../request/page-context';

const usual = ['en', 'es'];
/** Most spoken languages in California besides English and Spanish (US Census, language spoken at home). */
const more = ['zh', 'tl', 'vi', 'ko', 'hy', 'fa', 'ar', 'ru', 'ja', 'hi', 'pt', 'fr'];

interface Props {
  chosen: readonly string[];
  legend: string;
  /** Label that opens less common languages. */
  more: string;
}

/** Other languages chosen earlier are kept. */
export function LanguageTicks({ chosen, legend, more: moreWords }: Props) {
  const others = [...more, ...chosen.filter((code) => !usual.includes(code) && !more.includes(code))];
  return (
    <fieldset>
      <legend>{legend}</legend>
      {usual.map((code) => (
        <Tick key={code} code={code} checked={chosen.includes(code)} />
      ))}
      <details open={others.some((code) => chosen.includes(code))}>
        <summary>{moreWords}</summary>
        {others.map((code) => (
          <Tick key={code} code={code} checked={chosen.includes(code)} />
        ))}
      </details>
    </fieldset>
  );
}

function Tick({ code, checked }: { code: string; checked: boolean }) {
  const { locale } = usePage();
  return (
    <label className="tick">
      <input type="checkbox" name="languages" value={code} defaultChecked={checked} />
      {languageName(locale, code)}
    </label>
  );
}
