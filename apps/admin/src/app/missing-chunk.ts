import { waitForDrafts } from '../parts/forms/draft-store';
import { handleMissingChunk } from './newer-version';

const retryMs = 3_000;

/** Reloads the page if the server answers and the page did not just reload for the same reason. */
const tryReload = () =>
  handleMissingChunk({
    now: () => Date.now(),
    storage: window.sessionStorage,
    answers: () =>
      fetch('/admin/', { method: 'HEAD', cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      ),
    reload: () => waitForDrafts().then(() => window.location.reload()),
  });

window.addEventListener('vite:preloadError', () => void tryReload());

/** True if a screen could not be loaded, because the network is down or the server restarts. Browsers word it differently. */
export function isLoadFailure(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed|preload/i.test(error.message)
  );
}

/**
 * Reloads the page once the server answers again: a browser never requests a module again that failed to load.
 * @returns stops waiting.
 */
export function reloadWhenReachable(): () => void {
  const timer = setInterval(() => void tryReload(), retryMs);
  const onOnline = () => void tryReload();
  window.addEventListener('online', onOnline);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', onOnline);
  };
}
