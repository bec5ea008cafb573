import type { Control } from '../forms/define-form';
import { TextArea } from '../forms/text-area';
import { usePage } from '../request/page-context';

/** One language is enough. */
export function LetterFields({ field }: { field: (name: 'letterEn' | 'letterEs') => Control }) {
  const t = usePage().words.site.schools;
  return (
    <>
      <TextArea {...field('letterEn')} label={t.letterEn} rows={14} />
      <TextArea {...field('letterEs')} label={t.letterEs} rows={14} />
    </>
  );
}
