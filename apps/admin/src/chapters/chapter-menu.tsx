import { ActionIcon, Menu } from '@mantine/core';
import { DotsIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import type { ChapterRow } from './chapters';

export type ChapterChange = 'change' | 'close' | 'reopen';

/** A closed chapter can only be reopened. */
export function ChapterMenu({ chapter, onChange }: { chapter: ChapterRow; onChange: (change: ChapterChange) => void }) {
  const { t } = useWords('chapters');
  const changes: ChapterChange[] = chapter.closedAt ? ['reopen'] : ['change', 'close'];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size={28} aria-label={t.common.actionsFor({ name: chapter.name })}>
          <DotsIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {changes.map((change) => (
          <Menu.Item key={change} onClick={() => onChange(change)}>
            {t.chapters[change]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
