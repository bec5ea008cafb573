import { ActionIcon, Button, Menu } from '@mantine/core';
import { useWords } from '../words/words';
import type { AskStatus } from './queries';

interface Props {
  school: string;
  nextStatuses: readonly AskStatus[];
  pending: boolean;
  onMove: (to: AskStatus) => void;
  /** Shows a text button instead of an icon. */
  isWide?: boolean;
}

export function MoveMenu({ school, nextStatuses, pending, onMove, isWide = false }: Props) {
  const { t, labels, words } = useWords('schools');
  const label = labels.moveMenu({ school });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {isWide ? (
          <Button loading={pending}>{t.shared.move}</Button>
        ) : (
          <ActionIcon variant="subtle" color="gray" size={32} loading={pending} aria-label={label}>
            <span aria-hidden="true">⋯</span>
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {nextStatuses.map((to) => (
          <Menu.Item key={to} onClick={() => onMove(to)}>
            {labels.moveTo({ step: words.enums.schoolAskStatus[to] })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
