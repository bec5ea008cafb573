import { ActionIcon, Button, Menu } from '@mantine/core';
import { useWords } from '../words/words';
import type { AskStatus } from './queries';

interface Props {
  school: string;
  mayGoTo: readonly AskStatus[];
  pending: boolean;
  onMove: (to: AskStatus) => void;
  /** A button with a word, as on the page of one ask. */
  wide?: boolean;
}

/** Where an ask may go from here, by name. */
export function MoveMenu({ school, mayGoTo, pending, onMove, wide = false }: Props) {
  const { t, words } = useWords('schools');
  const say = t.schools;
  const label = say.moveMenu({ school });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {wide ? (
          <Button loading={pending}>{say.moveCard}</Button>
        ) : (
          <ActionIcon variant="subtle" color="gray" size={32} loading={pending} aria-label={label}>
            <span aria-hidden="true">⋯</span>
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {mayGoTo.map((to) => (
          <Menu.Item key={to} onClick={() => onMove(to)}>
            {say.moveTo({ step: words.enums.schoolAskStatus[to] })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
