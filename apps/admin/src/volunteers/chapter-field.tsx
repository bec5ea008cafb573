import { NativeSelect } from '@mantine/core';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';

/**
 * Returns the chapters that can own a new tag, note or message, with the default.
 * Administrators can also choose the organization.
 */
export function useChapterChoice(): { initial: string; names: ReadonlyArray<{ value: string; label: string }> } {
  const { t } = useWords();
  const { myChapters } = useChapters();
  const isGlobalAdmin = isAdmin(useMe());
  const names = myChapters.map(({ id, name }) => ({ value: id, label: name }));
  if (isGlobalAdmin) return { initial: '', names: [{ value: '', label: t.shared.theWholeOrganization }, ...names] };
  return { initial: myChapters[0]?.id ?? '', names };
}

interface ChapterFieldProps {
  label: string;
  names: ReadonlyArray<{ value: string; label: string }>;
  value: string | undefined;
  error?: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

export function ChapterField({ names, ...field }: ChapterFieldProps) {
  if (names.length < 2) return null;
  return <NativeSelect {...field} data={[...names]} />;
}
