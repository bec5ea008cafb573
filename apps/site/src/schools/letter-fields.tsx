import type { Control } from '../forms/form-of';
import { TextArea } from '../forms/text-area';
import { usePage } from '../request/page-context';

/** The letter in both languages; each can be changed, and one alone is enough. */
export function LetterFields({ field }: { field: (name: 'letterEn' | 'letterEs') => Control }) {
  const t = usePage().words.site.schools;
  return (
    <>
      <TextArea {...field('letterEn')} label={t.letterEn} rows={14} />
      <TextArea {...field('letterEs')} label={t.letterEs} rows={14} />
    </>
  );
}
