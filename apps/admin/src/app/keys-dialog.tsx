import { Kbd, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { modKey, singleKeysOn, switchSingleKeys } from '../parts/ui/use-shortcuts';
import { useWords } from '../words/words';
import classes from './keys-dialog.module.css';

export default function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { labels } = useWords('palette');
  const [isOn, setIsOn] = useState(() => singleKeysOn());
  const keys: Array<[string[], string]> = [
    [[`${modKey()} K`], labels.keys.search],
    [['/'], labels.keys.list],
    [[`${modKey()} S`], labels.keys.save],
    [['Esc'], labels.keys.close],
    [['j', '↓'], labels.keys.next],
    [['k', '↑'], labels.keys.previous],
    [['u'], labels.keys.back],
    [['x'], labels.keys.choose],
    [['a'], labels.keys.approve],
    [['r', 'd'], labels.keys.reject],
    [['?'], labels.keys.help],
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={labels.keysTitle}>
      <Stack>
        <dl className={classes.keys}>
          {keys.map(([names, description]) => (
            <div key={description}>
              <dt>
                {names.map((name) => (
                  <Kbd key={name}>{name}</Kbd>
                ))}
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label={labels.singleKeys}
          description={labels.singleKeysHint}
          checked={isOn}
          onChange={(event) => {
            switchSingleKeys(event.currentTarget.checked);
            setIsOn(event.currentTarget.checked);
          }}
        />
      </Stack>
    </Dialog>
  );
}
