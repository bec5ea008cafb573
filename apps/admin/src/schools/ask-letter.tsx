import { Button } from '@mantine/core';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import type { AskDetails } from './queries';
import classes from './schools.module.css';

/** The letter in both languages, as it stands: it opens in the mail program of whoever sends it. */
export function AskLetter({ ask }: { ask: AskDetails }) {
  const say = useWords('schools').t.schools;
  const letters = [
    { code: 'en', text: ask.letterEn, label: say.letterEn },
    { code: 'es', text: ask.letterEs, label: say.letterEs },
  ].filter(({ text }) => text !== '');
  const to = ask.contacts.find(({ email }) => email !== null)?.email ?? '';
  const subject = say.mailSubject({ school: ask.school });
  return (
    <Section title={say.letter} apart>
      {letters.length === 0 && <p className={classes.none}>{say.noLetter}</p>}
      {letters.map(({ code, text, label }) => (
        <details key={code}>
          <summary>{label}</summary>
          <p className={classes.words} lang={code}>
            {text}
          </p>
          <Button
            component="a"
            variant="default"
            size="compact-md"
            href={`mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`}
          >
            {say.openMail}
          </Button>
        </details>
      ))}
    </Section>
  );
}
