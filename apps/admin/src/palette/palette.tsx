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
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const words = t.palette;
  const { groups: found, searching } = useSearchResults(me, typed);

  const here = (commands: readonly Command[]) =>
    commands.filter(
      ({ label, hint, also }) =>
        typed.trim() === '' || matchesWords(`${label} ${hint ?? ''} ${also ?? ''}`, typed.trim()),
    );
  const keys = { id: 'keys', label: words.keysTitle, run: keysHelp.open };
  const groups = [
    { name: words.groups.screens, commands: here(screensFor(me, t)) },
    { name: words.groups.actions, commands: here([...actionsFor(me, t), keys]) },
    ...found,
  ].filter(({ commands }) => commands.length > 0);
  const all = groups.flatMap(({ commands }) => commands);
  const chosen = all[Math.min(at, all.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);

  const choose = ({ to, run }: Command) => {
    onClose();
    if (to) void navigate(to);
    run?.();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || all.length === 0) return;
    const last = all.length - 1;
    const now = Math.min(at, last);
    const moves: Record<string, number> = {
      ArrowDown: now === last ? 0 : now + 1,
      ArrowUp: now === 0 ? last : now - 1,
    };
    const next = moves[event.key];
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined) setAt(next);
    else if (chosen) choose(chosen);
  };
  const optionId = (command: Command) => `${id}-${command.id}`;

  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-label={words.label}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen && optionId(chosen)}
        placeholder={words.hint}
        leftSection={<SearchIcon />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={id} ref={list} role="listbox" aria-label={words.results} className={classes.list}>
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
                aria-selected={command === chosen}
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
          ? t.common.loading({ what: words.what })
          : all.length === 0
            ? words.none({ text: typed.trim() })
            : words.found({ count: all.length })}
      </p>
    </>
  );
}
