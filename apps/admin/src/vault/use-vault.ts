import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AdvocateKeys, TeamKey } from './queries';
import { openText, type SealedText, type Share } from './sealing';
import { vault } from './vault';

/** Whether my key is in the memory of this page. */
export function useVaultOpen(): boolean {
  return useSyncExternalStore(vault.subscribe, () => vault.key !== null);
}

/** The team's key as it is kept for me, or null while nobody has shared it with me. */
export function shareOf({ wrappedPrivateKey, wrappedKey, iv }: TeamKey): Share | null {
  return wrappedPrivateKey && wrappedKey && iv ? { wrappedPrivateKey, wrappedKey, iv } : null;
}

/** Where a sealed text stands for this reader. */
export type Opening = { state: 'locked' | 'opening' | 'no-key' | 'broken' } | { state: 'open'; text: string };

/** Opens a sealed text while the vault stands open; the text is gone from the page when it locks. */
export function useOpened(sealed: SealedText & { keyId: string }, { teamKeys }: AdvocateKeys): Opening {
  const unlocked = useVaultOpen();
  const [opened, setOpened] = useState<Opening>({ state: 'opening' });
  const team = teamKeys.find(({ keyId }) => keyId === sealed.keyId);
  const share = useMemo(() => (team ? shareOf(team) : null), [team]);

  useEffect(() => {
    if (!unlocked || !share) return undefined;
    let here = true;
    const show = (opening: Opening) => here && setOpened(opening);
    vault
      .teamKey(sealed.keyId, share)
      .then((key) => openText(sealed, key))
      .then(
        (text) => show({ state: 'open', text }),
        () => show({ state: 'broken' }),
      );
    return () => {
      here = false;
      setOpened({ state: 'opening' });
    };
  }, [unlocked, sealed, share]);

  if (!share) return { state: 'no-key' };
  return unlocked ? opened : { state: 'locked' };
}
