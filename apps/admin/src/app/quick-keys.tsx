import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { keysHelp } from '../parts/ui/keys-help';
import { useShortcuts } from '../parts/ui/use-shortcuts';

const Palette = lazy(() => import('../palette/palette'));
const KeysDialog = lazy(() => import('./keys-dialog'));

type DialogName = 'palette' | 'keys';

export function useQuickKeys() {
  const [openDialog, setOpenDialog] = useState<DialogName | null>(null);
  const [loadedDialogs, setLoadedDialogs] = useState<ReadonlySet<DialogName>>(new Set());
  const show = (dialog: DialogName) => {
    // Not while a dialog is open: navigation would discard its input.
    if (document.querySelector('[role="dialog"]')) return;
    setLoadedDialogs((previous) => new Set(previous).add(dialog));
    setOpenDialog(dialog);
  };
  const openKeys = () => show('keys');
  useEffect(() => {
    keysHelp.open = () => {
      setLoadedDialogs((previous) => new Set(previous).add('keys'));
      setOpenDialog('keys');
    };
  }, []);
  useHotkeys([['mod+K', () => show('palette')]], []);
  useShortcuts({
    '?': openKeys,
    '/': () => document.querySelector<HTMLInputElement>('#content input[type="search"]')?.focus(),
  });
  const close = () => setOpenDialog(null);
  return {
    search: () => show('palette'),
    dialogs: (
      <Suspense>
        {loadedDialogs.has('palette') && <Palette opened={openDialog === 'palette'} onClose={close} />}
        {loadedDialogs.has('keys') && <KeysDialog opened={openDialog === 'keys'} onClose={close} />}
      </Suspense>
    ),
  };
}
