import { ActionIcon, Menu } from '@mantine/core';
import { DotsIcon } from '../parts/ui/icons';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import type { AccountChange } from './account-dialog';
import { grantsOf, type AccountRow, type Grant } from './queries';
import { useGrantText } from './revoke-role';

interface AccountMenuProps {
  account: AccountRow;
  onGrant: () => void;
  onRevoke: (grant: Grant) => void;
  onReset: () => void;
  onChange: (change: AccountChange) => void;
}

/** Actions that take something away come last, in clay. */
export function AccountMenu({ account, onGrant, onRevoke, onReset, onChange }: AccountMenuProps) {
  const { t } = useWords('people');
  const me = useMe();
  const textOf = useGrantText();
  const grants = grantsOf(account);
  const isMe = account.id === me.id;
  const labelOf = (change: AccountChange) => t.people.changes[change].item;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t.people.actionsFor({ name: account.name })}>
          <DotsIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onGrant}>{t.people.grant}</Menu.Item>
        {!isMe && account.secondStepResetAt && (
          <Menu.Item onClick={() => onChange('stop-reset')}>{labelOf('stop-reset')}</Menu.Item>
        )}
        {!isMe && <Menu.Item onClick={() => onChange('sessions')}>{labelOf('sessions')}</Menu.Item>}
        {!isMe && account.disabledAt && <Menu.Item onClick={() => onChange('enable')}>{labelOf('enable')}</Menu.Item>}
        {(grants.length > 0 || account.hasSecondStep || !isMe) && <Menu.Divider />}
        {account.hasSecondStep && (
          <Menu.Item c="var(--u-clay)" onClick={onReset}>
            {t.people.reset}
          </Menu.Item>
        )}
        {grants.map((grant) => (
          <Menu.Item key={textOf(grant)} c="var(--u-clay)" onClick={() => onRevoke(grant)}>
            {t.people.revoke({ role: textOf(grant) })}
          </Menu.Item>
        ))}
        {!isMe && !account.disabledAt && (
          <Menu.Item c="var(--u-clay)" onClick={() => onChange('disable')}>
            {labelOf('disable')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
