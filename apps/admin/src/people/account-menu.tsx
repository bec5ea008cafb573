import { ActionIcon, Menu } from '@mantine/core';
import { DotsIcon } from '../parts/ui/icons';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import type { AccountChange } from './account-dialog';
import type { AccountRow } from './queries';

export function AccountMenu({ account, onChange }: { account: AccountRow; onChange: (change: AccountChange) => void }) {
  const { t } = useWords('people');
  const me = useMe();
  if (account.id === me.id) return null;
  const changes: AccountChange[] = [
    ...(account.secondStepResetAt ? (['stop-reset'] as const) : []),
    'sessions',
    account.disabledAt ? 'enable' : 'disable',
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size={28} aria-label={t.people.actionsFor({ name: account.name })}>
          <DotsIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {changes.map((change) => (
          <Menu.Item key={change} onClick={() => onChange(change)}>
            {t.people.changes[change].item}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
