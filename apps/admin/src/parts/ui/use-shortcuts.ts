import { useEffect, useRef } from 'react';

const storageKey = 'upstander.single-keys';

/** True if single-key shortcuts are enabled on this device. WCAG 2.1.4 requires a way to turn them off. */
export function singleKeysOn(storage: Storage = localStorage): boolean {
  return storage.getItem(storageKey) !== 'off';
}

export function switchSingleKeys(on: boolean, storage: Storage = localStorage): void {
  if (on) storage.removeItem(storageKey);
  else storage.setItem(storageKey, 'off');
}

export function modKey(): string {
  return /Mac|iP(hone|ad|od)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}

/** Registers single-key shortcuts. Ignored while typing or while a dialog is open. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const run = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!run || !singleKeysOn() || isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
