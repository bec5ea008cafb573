import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { AreaChecklist, areaListsOf, levelsOf, type Levels } from '../parts/areas/area-checklist';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { Pending } from '../parts/ui/pending';
import { powerfulRoles } from '../session/use-me';
import { useWords } from '../words/words';
import { presets, type PresetName } from './presets';
import {
  createCustomRoleMutation,
  roleAreasQuery,
  updateCustomRoleMutation,
  type CustomRoleRow,
  type RoleArea,
} from './queries';

interface RoleFormProps {
  role: CustomRoleRow | null;
  preset: PresetName | null;
  onDone: () => void;
}

export function RoleForm(props: RoleFormProps) {
  const { t } = useWords();
  const { data, error, refetch } = useRead(roleAreasQuery, {});
  if (!data) return <Pending error={error} retry={refetch} noun={t.shared.theAreas} lines={6} />;
  return props.role ? (
    <EditRole {...props} role={props.role} areas={data.roleAreas} />
  ) : (
    <NewRole {...props} areas={data.roleAreas} />
  );
}

const bases = ['ORGANIZER', 'FINANCE', 'MODERATOR'] as const;

function NewRole({ preset, areas, onDone }: RoleFormProps & { areas: readonly RoleArea[] }) {
  const { t, labels, words } = useWords('customRoles');
  const start = preset ? presets[preset] : null;
  const [levels, setLevels] = useState<Levels>(() => levelsOf(start));
  const create = useChange(createCustomRoleMutation, { quiet: true, success: () => labels.created, onDone });
  const form = useModelForm(models.CreateCustomRoleInput, null, {
    omit: ['viewAreas', 'manageAreas'],
    labels,
    initial: { baseRole: start?.baseRole ?? 'ORGANIZER', ...(preset && { name: labels.presets[preset] }) },
    change: create,
    send: (input) => create.mutate({ input: { ...input, ...areaListsOf(levels, areasOf(areas, input.baseRole)) } }),
  });
  const base = form.values.baseRole;
  return (
    <Form form={form} submitLabel={labels.create} pendingLabel={t.common.saving} onCancel={onDone}>
      <FormField form={form} name="name" autoFocus />
      <FormField form={form} name="nameEs" />
      <FormField
        form={form}
        name="baseRole"
        choices={bases.map((value) => ({ value, label: words.enums.role[value] }))}
      />
      <Text c="dimmed">{powerfulRoles.some((role) => role === base) ? labels.powerfulBase : labels.base}</Text>
      <AreaChecklist areas={areasOf(areas, base)} levels={levels} onChange={setLevels} />
    </Form>
  );
}

function EditRole({ role, areas, onDone }: RoleFormProps & { role: CustomRoleRow; areas: readonly RoleArea[] }) {
  const { t, labels, words } = useWords('customRoles');
  const [levels, setLevels] = useState<Levels>(() => levelsOf(role));
  const update = useChange(updateCustomRoleMutation, { quiet: true, success: () => labels.saved, onDone });
  const roleAreas = areasOf(areas, role.baseRole);
  const form = useModelForm(models.UpdateCustomRoleInput, role, {
    omit: ['viewAreas', 'manageAreas'],
    labels,
    change: update,
    send: (input) => update.mutate({ id: role.id, input: { ...input, ...areaListsOf(levels, roleAreas) } }),
  });
  return (
    <Form form={form} submitLabel={labels.save} pendingLabel={t.common.saving} onCancel={onDone}>
      <FormField form={form} name="name" autoFocus />
      <FormField form={form} name="nameEs" />
      <Text c="dimmed">
        {labels.editLead({ role: words.enums.role[role.baseRole], count: role.holderCount })}
        {role.holderCount > 0 && powerfulRoles.includes(role.baseRole) && ` ${labels.noMoreRights}`}
      </Text>
      <AreaChecklist areas={roleAreas} levels={levels} onChange={setLevels} />
    </Form>
  );
}

function areasOf(areas: readonly RoleArea[], base: string | null): RoleArea[] {
  return areas.filter(({ role }) => role === base);
}
