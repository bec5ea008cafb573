import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { keysHelp } from '../parts/ui/keys-help';
import { useShortcuts } from '../parts/ui/use-shortcuts';

const Palette = lazy(() => import('../palette/palette'));
const KeysDialog = lazy(() => import('./keys-dialog'));

/** Dialogs that open over any screen, each loaded on first use. */
type DialogName = 'palette' | 'keys';

/** Registers the global keyboard shortcuts and opens their dialogs. */
export function useQuickKeys() {
  const [open, setOpen] = useState<DialogName | null>(null);
  const [loaded, setLoaded] = useState<ReadonlySet<DialogName>>(new Set());
  const show = (over: DialogName) => {
    // Not while a dialog is open: navigation would discard its input.
    if (document.querySelector('[role="dialog"]')) return;
    setLoaded((known) => new Set(known).add(over));
    setOpen(over);
  };
  const openKeys = () => show('keys');
  useEffect(() => {
    keysHelp.open = () => {
      setLoaded((known) => new Set(known).add('keys'));
      setOpen('keys');
    };
  }, []);
  useHotkeys([['mod+K', () => show('palette')]], []);
  useShortcuts({
    '?': openKeys,
    '/': () => document.querySelector<HTMLInputElement>('#content input[type="search"]')?.focus(),
  });
  const close = () => setOpen(null);
  return {
    search: () => show('palette'),
    drawn: (
      <Suspense>
        {loaded.has('palette') && <Palette opened={open === 'palette'} onClose={close} />}
        {loaded.has('keys') && <KeysDialog opened={open === 'keys'} onClose={close} />}
      </Suspense>
    ),
  };
}
