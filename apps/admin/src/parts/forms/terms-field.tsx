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
  /** Terms selected before. Retired terms stay available for people who have them. */
  kept: readonly Term[];
  value: string[];
  error?: string | undefined;
  onChange: (ids: string[]) => void;
}

export function termName(locale: Locale, { name, nameEs }: Pick<Term, 'name' | 'nameEs'>): string {
  return locale === 'es' ? nameEs : name;
}

export function TermsField({ label, terms, kept, value, error, onChange }: TermsFieldProps) {
  const { locale } = useWords();
  const all = [...terms, ...kept.filter(({ id }) => !terms.some((term) => term.id === id))];
  return (
    <Checkbox.Group label={label} error={error} value={value} onChange={onChange}>
      <Group gap="8px 24px" mt={8}>
        {all.map((term) => (
          <Checkbox key={term.id} value={term.id} label={termName(locale, term)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
