import { NativeSelect } from '@mantine/core';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { powerfulRoles } from '../session/use-me';
import type { Grant } from './queries';

type RoleName = Grant['role'];

const roles = ['VOLUNTEER', 'ORGANIZER', 'BUSINESS', 'FINANCE', 'MODERATOR', 'ADVOCATE', 'ADMIN'] as const;

interface FieldProps {
  value: string;
  error?: string;
  required?: boolean;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

interface RoleFieldsProps {
  role: FieldProps;
  chapter: FieldProps;
}

/** Administrators always have all chapters. */
export function RoleFields({ role, chapter }: RoleFieldsProps) {
  const { t, words } = useWords('people');
  const { allChapters: all } = useChapters();
  const isGlobal = role.value === 'ADMIN';
  return (
    <>
      <NativeSelect
        label={t.people.role}
        {...role}
        description={powerfulRoles.some((powerfulRole) => powerfulRole === role.value) ? t.people.powerful : undefined}
        data={[
          { value: '', label: t.people.noRoleYet },
          ...roles.map((value) => ({ value, label: words.enums.role[value] })),
        ]}
      />
      <NativeSelect
        label={t.people.chapter}
        {...chapter}
        value={isGlobal ? '' : chapter.value}
        disabled={isGlobal}
        data={[
          { value: '', label: t.people.wholeOrganization },
          ...all.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}

export function roleInput(values: { role: string; chapterId: string | null }): {
  role: RoleName;
  chapterId: string | null;
} {
  const role = roles.find((powerfulRole) => powerfulRole === values.role) ?? 'VOLUNTEER';
  return { role, chapterId: role === 'ADMIN' ? null : values.chapterId };
}
