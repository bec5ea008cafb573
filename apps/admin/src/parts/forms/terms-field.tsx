import { Checkbox, Group } from '@mantine/core';
import type { Locale } from '@upstander/web-kit';
import { useWords } from '../../words/words';

interface Term {
  id: string;
  name: string;
  nameEs: string;
}

interface TermsFieldProps {
  label: string;
  terms: readonly Term[];
  /** What was chosen before: a word that is retired stays with whoever has it. */
  kept: readonly Term[];
  /** Ids with commas between them. */
  value: string;
  error?: string | undefined;
  onChange: (ids: string) => void;
}

/** A skill or an interest in the reader's language. */
export function termName(locale: Locale, { name, nameEs }: Pick<Term, 'name' | 'nameEs'>): string {
  return locale === 'es' ? nameEs : name;
}

/** Skills or interests, as boxes. */
export function TermsField({ label, terms, kept, value, error, onChange }: TermsFieldProps) {
  const { locale } = useWords();
  const all = [...terms, ...kept.filter(({ id }) => !terms.some((term) => term.id === id))];
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={value === '' ? [] : value.split(',')}
      onChange={(ids) => onChange(ids.join(','))}
    >
      <Group gap="8px 20px" mt={6}>
        {all.map((term) => (
          <Checkbox key={term.id} value={term.id} label={termName(locale, term)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
