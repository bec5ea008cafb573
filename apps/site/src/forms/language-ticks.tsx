import { languageName } from '@upstander/web-kit';
import { usePage } from '../request/page-context';

const usual = ['en', 'es'];
/** What is spoken most in California beside those two (US Census, language spoken at home). */
const more = ['zh', 'tl', 'vi', 'ko', 'hy', 'fa', 'ar', 'ru', 'ja', 'hi', 'pt', 'fr'];

interface Props {
  chosen: readonly string[];
  legend: string;
  /** Opens those that fewer people speak. */
  more: string;
}

/** Languages to tick; one that came by another way stays. */
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
