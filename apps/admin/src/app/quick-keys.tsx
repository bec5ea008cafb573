import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { keysHelp } from '../parts/ui/keys-help';
import { useShortcuts } from '../parts/ui/use-shortcuts';

const Palette = lazy(() => import('../palette/palette'));
const KeysDialog = lazy(() => import('./keys-dialog'));

/** What opens over every screen; each is loaded when it is opened for the first time. */
type Over = 'palette' | 'keys';

/** The keys that work on every screen, and what they open. */
export function useQuickKeys() {
  const [open, setOpen] = useState<Over | null>(null);
  const [loaded, setLoaded] = useState<ReadonlySet<Over>>(new Set());
  const show = (over: Over) => {
    // Over a dialog it would lead away from what is being written there.
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
