import { NativeSelect } from '@mantine/core';
import { useRead } from '../api/use-api';
import { useChapters } from '../session/chapters';
import { nameIn } from '../words/name-in';
import { useWords } from '../words/words';
import { hasFeature, powerfulRoles, useMe, type Feature } from '../session/use-me';
import { customRolesQuery, type Grant } from './queries';

type RoleName = Grant['role'];

/** Roles that work only with one feature. */
const featureOfRole: Readonly<Partial<Record<RoleName, Feature>>> = {
  ADVOCATE: 'SEALED_ZONE',
  BUSINESS: 'OPPORTUNITIES',
};

const roles = ['VOLUNTEER', 'ORGANIZER', 'BUSINESS', 'FINANCE', 'MODERATOR', 'ADVOCATE', 'ADMIN'] as const;

interface FieldProps {
  value: string;
  error?: string;
  required?: boolean;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

interface RoleValues {
  role: string;
  chapterId: string | null;
  customRoleId: string | null;
}

/** Administrators always have all chapters. */
export function RoleFields({ field }: { field: (name: keyof RoleValues) => FieldProps }) {
  const [role, customRole, chapter] = [field('role'), field('customRoleId'), field('chapterId')];
  const { t, words, locale } = useWords('people');
  const customRoles = useRead(customRolesQuery, {}).data?.customRoles.filter(({ baseRole }) => baseRole === role.value);
  const { allChapters: all } = useChapters();
  const me = useMe();
  const offered = roles.filter((name) => !featureOfRole[name] || hasFeature(me, featureOfRole[name]));
  const isGlobal = role.value === 'ADMIN';
  return (
    <>
      <NativeSelect
        label={t.shared.role}
        {...role}
        onChange={(event) => {
          role.onChange(event);
          customRole.onChange({ currentTarget: { value: '' } });
        }}
        description={powerfulRoles.some((powerfulRole) => powerfulRole === role.value) ? t.people.powerful : undefined}
        data={[
          { value: '', label: t.people.noRoleYet },
          ...offered.map((value) => ({ value, label: words.enums.role[value] })),
        ]}
      />
      {customRoles && customRoles.length > 0 && (
        <NativeSelect
          label={t.people.customRole}
          {...customRole}
          data={[
            { value: '', label: t.people.wholeRole },
            ...customRoles.map((custom) => ({ value: custom.id, label: nameIn(locale, custom) })),
          ]}
        />
      )}
      <NativeSelect
        label={t.shared.chapter}
        {...chapter}
        value={isGlobal ? '' : chapter.value}
        disabled={isGlobal}
        data={[
          { value: '', label: t.shared.theWholeOrganization },
          ...all.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}

export function roleInput(values: RoleValues): RoleValues & { role: RoleName } {
  const role = roles.find((powerfulRole) => powerfulRole === values.role) ?? 'VOLUNTEER';
  const canBeCustom = role === 'FINANCE' || role === 'MODERATOR' || role === 'ORGANIZER';
  return {
    role,
    chapterId: role === 'ADMIN' ? null : values.chapterId,
    customRoleId: canBeCustom ? values.customRoleId : null,
  };
}
