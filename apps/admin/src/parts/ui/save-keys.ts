import type { KeyboardEvent } from 'react';

export function submitOnSaveKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key.toLowerCase() !== 's' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
