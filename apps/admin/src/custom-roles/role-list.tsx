import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { ListPage } from '../parts/lists/list-page';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { RowButton } from '../parts/ui/row-button';
import { isAreaInUse } from '../navigation/sections';
import { useMe, type Area } from '../session/use-me';
import { nameIn } from '../words/name-in';
import { useWords } from '../words/words';
import { presets, type PresetName } from './presets';
import { customRolesQuery, deleteCustomRoleMutation, type CustomRoleRow } from './queries';
import { RoleForm } from './role-form';

type RoleDialog =
  | { kind: 'new'; preset: PresetName | null }
  | { kind: 'edit'; role: CustomRoleRow }
  | { kind: 'delete'; role: CustomRoleRow };

export function RoleList() {
  const { t, labels, words, locale } = useWords('customRoles', 'areas');
  const [dialog, setDialog] = useState<RoleDialog | null>(null);
  const areas = (list: readonly Area[]) => list.map((area) => words.enums.staffArea[area]).join(', ');
  const me = useMe();
  const offered = (Object.keys(presets) as PresetName[]).filter((preset) =>
    presets[preset].viewAreas.every((area) => isAreaInUse(me, area)),
  );
  const presetButtons = offered.map((preset) => (
    <Button key={preset} variant="default" onClick={() => setDialog({ kind: 'new', preset })}>
      {labels.presets[preset]}
    </Button>
  ));
  return (
    <ListPage
      name="custom-roles"
      labels={labels}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setDialog({ kind: 'new', preset: null })}>
          {labels.add}
        </Button>
      }
      header={
        <Group gap="xs" mb="lg" role="group" aria-label={labels.startFrom}>
          <span>{labels.startFrom}</span>
          {presetButtons}
        </Group>
      }
      document={customRolesQuery}
      variables={{}}
      path="customRoles"
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PeopleIcon size={26} /> }}
      columns={[
        { key: 'name', header: labels.name, render: (role) => nameIn(locale, role) },
        { key: 'baseRole', header: labels.baseRole, render: ({ baseRole }) => words.enums.role[baseRole] },
        { key: 'viewAreas', header: t.areas.levels.view, render: ({ viewAreas }) => areas(viewAreas) || null },
        { key: 'manageAreas', header: t.areas.levels.manage, render: ({ manageAreas }) => areas(manageAreas) || null },
        { key: 'holderCount', header: labels.holders, align: 'end' },
      ]}
      rowActions={(role) => (
        <>
          <RowButton
            label={labels.edit}
            about={nameIn(locale, role)}
            onClick={() => setDialog({ kind: 'edit', role })}
          />
          <RowButton
            label={labels.delete}
            about={nameIn(locale, role)}
            onClick={() => setDialog({ kind: 'delete', role })}
          />
        </>
      )}
    >
      <RoleDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </ListPage>
  );
}

function RoleDialogs({ dialog, onClose }: { dialog: RoleDialog | null; onClose: () => void }) {
  const { t, labels, locale } = useWords('customRoles');
  if (dialog === null) return null;
  if (dialog.kind === 'delete') {
    const name = nameIn(locale, dialog.role);
    return (
      <ConfirmChange
        onClose={onClose}
        title={labels.deleteTitle({ name })}
        text={labels.deleteText}
        submitLabel={labels.delete}
        pendingLabel={t.shared.deleting}
        mutation={deleteCustomRoleMutation}
        variables={() => ({ id: dialog.role.id })}
        successMessage={labels.deleted}
      />
    );
  }
  const role = dialog.kind === 'edit' ? dialog.role : null;
  return (
    <Dialog onClose={onClose} size="lg" title={role ? labels.editTitle({ name: nameIn(locale, role) }) : labels.add}>
      <RoleForm role={role} preset={dialog.kind === 'new' ? dialog.preset : null} onDone={onClose} />
    </Dialog>
  );
}
