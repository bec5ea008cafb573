import { Kbd, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { modKey, singleKeysOn, switchSingleKeys } from '../parts/ui/use-shortcuts';
import { useWords } from '../words/words';
import classes from './keys-dialog.module.css';

export default function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useWords('palette');
  const words = t.palette;
  const [on, setOn] = useState(() => singleKeysOn());
  const keys: Array<[string[], string]> = [
    [[`${modKey()} K`], words.keys.search],
    [['/'], words.keys.list],
    [[`${modKey()} S`], words.keys.save],
    [['Esc'], words.keys.close],
    [['j', '↓'], words.keys.next],
    [['k', '↑'], words.keys.previous],
    [['u'], words.keys.back],
    [['x'], words.keys.choose],
    [['a'], words.keys.approve],
    [['r'], words.keys.reject],
    [['?'], words.keys.help],
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={words.keysTitle}>
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
