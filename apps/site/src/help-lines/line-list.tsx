import { contentLang, helpLineFacts, helpLineIn, languageName, listText, type HelpLine } from '@upstander/web-kit';
import { CallLink } from '../frame/help';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';

export const LineList = cacheMarkup(function LineList({ lines }: { lines: readonly HelpLine[] }) {
  return (
    <ul className="help-lines">
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  );
});

function Line({ line }: { line: HelpLine }) {
  const { words, locale, language } = usePage();
  const t = words.enums.helpLine;
  const { name, about } = helpLineIn(locale, line, words.content);
  const spoken = listText(
    language,
    line.languages.map((code) => languageName(language, code)),
  );
  const facts = helpLineFacts(line, locale, t, spoken);
  const langOf = (text: string) => contentLang(language, text, words.content);
  return (
    <li>
      <h3 lang={langOf(name)}>{name}</h3>
      <p lang={langOf(about)}>{about}</p>
      <CallLink line={line} />
      <p className="small">
        {line.textNumber !== null && (
          <>
            {t.text}: <a href={`sms:${line.textNumber}`}>{line.textShown}</a>
            {' · '}
          </>
        )}
        {line.tty !== null && `${t.tty} ${line.tty} · `}
        {line.chatUrl !== null && (
          <>
            {t.chat}:{' '}
            <a href={line.chatUrl} rel="noreferrer">
              {new URL(line.chatUrl).host}
            </a>
            {' · '}
          </>
        )}
        {facts.join(' · ')}
      </p>
      <p className="small source">
        {words.site.help.source({ name: line.sourceName, year: String(line.sourceYear) })}
        {line.checkedOn !== null && ` ${words.site.help.checked({ date: calendarDay(language, line.checkedOn) })}`}
      </p>
    </li>
  );
}
