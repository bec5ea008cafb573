import { Button } from '@mantine/core';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import type { AskDetails } from './queries';
import classes from './schools.module.css';

/** Opens in the user's email program. */
export function AskLetter({ ask }: { ask: AskDetails }) {
  const { labels } = useWords('schools');
  const letters = [
    { code: 'en', text: ask.letterEn, label: labels.letterEn },
    { code: 'es', text: ask.letterEs, label: labels.letterEs },
  ].filter(({ text }) => text !== '');
  const to = ask.contacts.find(({ email }) => email !== null)?.email ?? '';
  const subject = labels.mailSubject({ school: ask.school });
  return (
    <Section title={labels.letter} hasSpaceAbove>
      {letters.length === 0 && <p className={classes.none}>{labels.noLetter}</p>}
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
            {labels.openMail}
          </Button>
        </details>
      ))}
    </Section>
  );
}
