import { Kbd, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { singleKeysOn, switchSingleKeys } from '../parts/ui/use-shortcuts';
import { useWords } from '../words/words';
import classes from './approvals.module.css';

/** Which key does what, and the switch for those who press keys without wanting to. */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useWords();
  const words = t.approvals;
  const [on, setOn] = useState(() => singleKeysOn());
  const keys: Array<[string[], string]> = [
    [['j', '↓'], words.keys.next],
    [['k', '↑'], words.keys.previous],
    [['Enter'], words.keys.open],
    [['u'], words.keys.back],
    [['?'], words.keys.help],
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={words.shortcuts}>
      <Stack>
        <dl className={classes.keys}>
          {keys.map(([names, what]) => (
            <div key={what}>
              <dt>
                {names.map((name) => (
                  <Kbd key={name}>{name}</Kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label={words.singleKeys}
          description={words.singleKeysHint}
          checked={on}
          onChange={(event) => {
            switchSingleKeys(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
          }}
        />
      </Stack>
    </Dialog>
  );
}
