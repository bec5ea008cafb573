import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AdvocateKeys, TeamKey } from './queries';
import { openText, type SealedText, type Share } from './sealing';
import { vault } from './vault';

export function useVaultOpen(): boolean {
  return useSyncExternalStore(vault.subscribe, () => vault.key !== null);
}

/** Returns null if no one has shared the team key with the user. */
export function shareOf({ wrappedPrivateKey, wrappedKey, iv }: TeamKey): Share | null {
  return wrappedPrivateKey && wrappedKey && iv ? { wrappedPrivateKey, wrappedKey, iv } : null;
}

export type Opening = { state: 'locked' | 'opening' | 'no-key' | 'broken' } | { state: 'open'; text: string };

/** Drops the text when the vault locks. */
export function useDecryptedText(sealed: SealedText & { keyId: string }, { teamKeys }: AdvocateKeys): Opening {
  const unlocked = useVaultOpen();
  const [openingState, setOpening] = useState<Opening>({ state: 'opening' });
  const team = teamKeys.find(({ keyId }) => keyId === sealed.keyId);
  const share = useMemo(() => (team ? shareOf(team) : null), [team]);

  useEffect(() => {
    if (!unlocked || !share) return undefined;
    let isMounted = true;
    const show = (opening: Opening) => isMounted && setOpening(opening);
    vault
      .teamKey(sealed.keyId, share)
      .then((key) => openText(sealed, key))
      .then(
        (text) => show({ state: 'open', text }),
        () => show({ state: 'broken' }),
      );
    return () => {
      isMounted = false;
      setOpening({ state: 'opening' });
    };
  }, [unlocked, sealed, share]);

  if (!share) return { state: 'no-key' };
  return unlocked ? openingState : { state: 'locked' };
}
