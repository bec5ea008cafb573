import { helpLines, shortDate, type HelpLine } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { remembered } from '../request/remembered';
import { Icon } from './icons';

/** The help lines at the foot of every page. */
export const Help = remembered(function Help() {
  return (
    <section className="help" id="help" tabIndex={-1} aria-labelledby="help-heading">
      <HelpLines />
    </section>
  );
});

/** The lines themselves; `/help` shows them first. */
export function HelpLines() {
  const { words, locale } = usePage();
  const t = words.frame;
  const oldest = helpLines.map(({ verifiedAt }) => verifiedAt).sort()[0] ?? '';
  return (
    <div className="wide">
      <h2 id="help-heading">{t.helpHeading}</h2>
      <p>{t.helpLead}</p>
      <ul className="help-lines">
        {helpLines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <p>
        {t.wroteBefore} <a href="/reply">{words.site.opportunities.code}</a>
      </p>
      <p className="small">{t.checkedOn({ date: shortDate(locale, new Date(`${oldest}T12:00:00Z`), 'UTC') })}</p>
    </div>
  );
}

function Line({ line }: { line: HelpLine }) {
  const { words, locale } = usePage();
  const t = words.frame;
  const facts = [
    line.allDay && t.allDay,
    line.confidential && t.confidential,
    line.interpretedLanguages !== undefined && t.interpreters({ count: line.interpretedLanguages }),
  ].filter((fact) => fact !== false);
  return (
    <li>
      <h3>{line.name[locale]}</h3>
      <p>{line.about[locale]}</p>
      <a
        className="call"
        href={`tel:${line.phone.dial}`}
        aria-label={t.call({ name: line.name[locale], number: line.phone.shown })}
      >
        <Icon name="phone" />
        {line.phone.shown}
      </a>
      <p className="small">
        {line.text && (
          <>
            {t.text}: <a href={`sms:${line.text.dial}`}>{line.text.shown}</a>
            {' · '}
          </>
        )}
        {line.tty !== undefined && `${t.tty} ${line.tty} · `}
        {line.chatUrl !== undefined && (
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
    </li>
  );
}
