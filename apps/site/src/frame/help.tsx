import { helpLineIn, type HelpLine } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { remembered } from '../request/remembered';
import { Icon } from './icons';

/** Help in one line at the foot of every page: whom to call, what to dial in danger, and the way to all of it. */
export function Help() {
  const { helpLines } = usePage();
  const line = helpLines.find(({ forEmergencies }) => !forEmergencies) ?? null;
  return <HelpInOneLine line={line} emergency={helpLines.find(({ forEmergencies }) => forEmergencies) ?? null} />;
}

const HelpInOneLine = remembered(function HelpInOneLine(lines: { line: HelpLine | null; emergency: HelpLine | null }) {
  const { words } = usePage();
  const { line, emergency } = lines;
  const t = words.frame;
  const say = words.enums.helpLine;
  return (
    <section className="help" id="help" tabIndex={-1} aria-label={t.helpHeading}>
      <p className="wide">
        <b>{t.helpHeading}</b>
        {line && <CallLink line={line} />}
        {line !== null && line.textNumber !== null && (
          <span>
            {say.text}: <a href={`sms:${line.textNumber}`}>{line.textShown}</a>
          </span>
        )}
        {line && (
          <span>{[line.allDay && say.allDay, line.confidential && say.confidential].filter(Boolean).join(' · ')}</span>
        )}
        {emergency && <EmergencyCall line={emergency} />}
        <a href="/help">{t.allHelp}</a>
      </p>
    </section>
  );
});

/** What to dial in danger. */
export function EmergencyCall({ line }: { line: HelpLine }) {
  const { words, locale } = usePage();
  const { name } = helpLineIn(locale, line);
  return (
    <span>
      {words.frame.emergency}{' '}
      <a href={`tel:${line.phone}`} aria-label={words.enums.helpLine.call({ name, number: line.phoneShown })}>
        {line.phoneShown}
      </a>
    </span>
  );
}

/** The number of a line, to be pressed. */
export function CallLink({ line }: { line: HelpLine }) {
  const { words, locale } = usePage();
  const { name } = helpLineIn(locale, line);
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
