import { contentLang, footerHelpLines, helpLineIn, type HelpLine } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { Icon } from './icons';

export function Help() {
  const { helpLines } = usePage();
  return <HelpInOneLine lines={helpLines} />;
}

const HelpInOneLine = cacheMarkup(function HelpInOneLine({ lines }: { lines: readonly HelpLine[] }) {
  const { words } = usePage();
  const { first, others, emergency } = footerHelpLines(lines);
  const t = words.frame;
  const labels = words.enums.helpLine;
  return (
    <section className="help" id="help" tabIndex={-1} aria-label={t.helpHeading}>
      <div className="wide help-row">
        <b className="help-name">{t.helpHeading}</b>
        {first && <CallLink line={first} />}
        <a href="/help">{t.allHelp}</a>
        <details className="more-help">
          <summary>{t.moreNumbers}</summary>
          {first !== null && first.textNumber !== null && (
            <span>
              {labels.text}: <a href={`sms:${first.textNumber}`}>{first.textShown}</a>
            </span>
          )}
          {first && (
            <span>
              {[first.allDay && labels.allDay, first.confidential && labels.confidential].filter(Boolean).join(' · ')}
            </span>
          )}
          {others.map((line) => (
            <NamedCall key={line.id} line={line} />
          ))}
        </details>
        {emergency && <EmergencyCall line={emergency} />}
      </div>
    </section>
  );
});

function NamedCall({ line }: { line: HelpLine }) {
  const { words, locale, language } = usePage();
  const { name } = helpLineIn(locale, line, words.content);
  return (
    <span>
      <span lang={contentLang(language, name, words.content)}>{name}</span>:{' '}
      <a href={`tel:${line.phone}`} aria-label={words.enums.helpLine.call({ name, number: line.phoneShown })}>
        {line.phoneShown}
      </a>
    </span>
  );
}

export function EmergencyCall({ line }: { line: HelpLine }) {
  const { words, locale } = usePage();
  const { name } = helpLineIn(locale, line, words.content);
  return (
    <span>
      {words.frame.emergency}{' '}
      <a href={`tel:${line.phone}`} aria-label={words.enums.helpLine.call({ name, number: line.phoneShown })}>
        {line.phoneShown}
      </a>
    </span>
  );
}

export function CallLink({ line }: { line: HelpLine }) {
  const { words, locale } = usePage();
  const { name } = helpLineIn(locale, line, words.content);
  return (
    <a
      className="call"
      href={`tel:${line.phone}`}
      aria-label={words.enums.helpLine.call({ name, number: line.phoneShown })}
    >
      <Icon name="phone" />
      {line.phoneShown}
    </a>
  );
}
