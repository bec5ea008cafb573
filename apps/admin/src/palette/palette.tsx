import { Modal, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { SearchIcon } from '../parts/ui/icons';
import { keysHelp } from '../parts/ui/keys-help';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { actionsFor, commandAreas, matchesWords, screensFor, type Command } from './commands';
import classes from './palette.module.css';
import { useSearchResults } from './use-search-results';

interface PaletteProps {
  opened: boolean;
  onClose: () => void;
}

export default function Palette({ opened, onClose }: PaletteProps) {
  const { t } = useWords('palette');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.palette.title}
      size={600}
      yOffset="10vh"
      centered={false}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Search onClose={onClose} />
    </Modal>
  );
}

/**
 * Implements the combobox pattern of the ARIA Authoring Practices: focus stays in the field, arrow keys move the
 * selection, and screen readers announce each option with its group.
 */
function Search({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const { t } = useWords(...commandAreas);
  const navigate = useNavigate();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [searchText, setSearchText] = useState('');
  const [at, setAt] = useState(0);
  const labels = t.palette;
  const { groups: resultGroups, isSearching: searching } = useSearchResults(me, searchText);

  const renderCommands = (commands: readonly Command[]) =>
    commands.filter(
      ({ label, hint, aliases }) =>
        searchText.trim() === '' || matchesWords(`${label} ${hint ?? ''} ${aliases ?? ''}`, searchText.trim()),
    );
  const keys = { id: 'keys', label: labels.keysTitle, run: keysHelp.open };
  const groups = [
    { name: labels.groups.screens, commands: renderCommands(screensFor(me, t)) },
    { name: labels.groups.actions, commands: renderCommands([...actionsFor(me, t), keys]) },
    ...resultGroups,
  ].filter(({ commands }) => commands.length > 0);
  const allCommands = groups.flatMap(({ commands }) => commands);
  const selectedCommand = allCommands[Math.min(at, allCommands.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedCommand?.id]);

  const choose = ({ to, run }: Command) => {
    onClose();
    if (to) void navigate(to);
    run?.();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || allCommands.length === 0) return;
    const lastIndex = allCommands.length - 1;
    const activeIndex = Math.min(at, lastIndex);
    const moves: Record<string, number> = {
      ArrowDown: activeIndex === lastIndex ? 0 : activeIndex + 1,
      ArrowUp: activeIndex === 0 ? lastIndex : activeIndex - 1,
    };
    const nextIndex = moves[event.key];
    if (nextIndex === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (nextIndex !== undefined) setAt(nextIndex);
    else if (selectedCommand) choose(selectedCommand);
  };
  const optionId = (command: Command) => `${id}-${command.id}`;

  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-label={labels.label}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={selectedCommand && optionId(selectedCommand)}
        placeholder={labels.hint}
        leftSection={<SearchIcon />}
        value={searchText}
        onChange={(event) => {
          setSearchText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={handleKeyDown}
      />
      <div id={id} ref={list} role="listbox" aria-label={labels.results} className={classes.list}>
        {groups.map(({ name, commands }, index) => (
          <div key={name} role="group" aria-labelledby={`${id}-group-${index}`}>
            <div id={`${id}-group-${index}`} className={classes.group}>
              {name}
            </div>
            {commands.map((command) => (
              <div
                key={command.id}
                id={optionId(command)}
                role="option"
                aria-selected={command === selectedCommand}
                className={classes.option}
                // Keeps the focus in the field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(command)}
              >
                <span>{command.label}</span>
                {command.hint && <span className={classes.hint}>{command.hint}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={classes.status}>
        {searching
          ? t.common.loading({ what: labels.what })
          : allCommands.length === 0
            ? labels.none({ text: searchText.trim() })
            : labels.found({ count: allCommands.length })}
      </p>
    </>
  );
}
