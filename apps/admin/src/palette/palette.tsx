import { Modal, TextInput, useMantineColorScheme } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { SearchIcon } from '../parts/ui/icons';
import { keysHelp } from '../parts/ui/keys-help';
import { useLanguage } from '../session/use-language';
import { useMe } from '../session/use-me';
import { useSignOut } from '../sign-out/sign-out';
import { useWords } from '../words/words';
import { actionsFor, matchingCommands, screensFor, type Command, type Runs } from './commands';
import classes from './palette.module.css';
import { recentCommands, rememberCommand } from './recent-commands';
import { useSearchResults } from './use-search-results';

interface PaletteProps {
  opened: boolean;
  onClose: () => void;
}

export default function Palette({ opened, onClose }: PaletteProps) {
  const { t, locale } = useWords('palette');
  const { setColorScheme } = useMantineColorScheme();
  const chooseLanguage = useLanguage();
  const { signOut, dialog } = useSignOut();
  const runs: Runs = {
    light: () => setColorScheme('light'),
    dark: () => setColorScheme('dark'),
    auto: () => setColorScheme('auto'),
    language: () => chooseLanguage(locale === 'en' ? 'es' : 'en'),
    publicSite: () => window.location.assign('/events'),
    signOut: () => signOut(),
    keys: keysHelp.open,
  };
  return (
    <>
      <Modal
        opened={opened}
        onClose={onClose}
        title={t.palette.title}
        size={600}
        yOffset="10vh"
        centered={false}
        closeButtonProps={{ 'aria-label': t.common.close }}
      >
        <Search runs={runs} onClose={onClose} />
      </Modal>
      {dialog}
    </>
  );
}

/**
 * Implements the combobox pattern of the ARIA Authoring Practices: focus stays in the field, arrow keys move the
 * selection, and screen readers announce each option with its group.
 */
function Search({ runs, onClose }: { runs: Runs; onClose: () => void }) {
  const me = useMe();
  const { t, labels } = useWords('palette');
  const navigate = useNavigate();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [searchText, setSearchText] = useState('');
  const [at, setAt] = useState(0);
  const { groups: resultGroups, isSearching: searching } = useSearchResults(me, searchText);

  const screens = screensFor(me, t);
  const actions = actionsFor(me, t, runs);
  const recentlyUsed =
    searchText.trim() === ''
      ? recentCommands().flatMap((recent) => [...screens, ...actions].filter(({ id: known }) => known === recent))
      : [];
  const isRecent = (command: Command) => recentlyUsed.includes(command);
  const groups = [
    { name: labels.groups.recent, commands: recentlyUsed },
    {
      name: labels.groups.screens,
      commands: matchingCommands(screens, searchText).filter((command) => !isRecent(command)),
    },
    {
      name: labels.groups.actions,
      commands: matchingCommands(actions, searchText).filter((command) => !isRecent(command)),
    },
    ...resultGroups,
  ].filter(({ commands }) => commands.length > 0);
  const allCommands = groups.flatMap(({ commands }) => commands);
  const selectedCommand = allCommands[Math.min(at, allCommands.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedCommand?.id]);

  const choose = (command: Command) => {
    const { id: chosen, to, run } = command;
    onClose();
    if (screens.includes(command) || actions.includes(command)) rememberCommand(chosen);
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
