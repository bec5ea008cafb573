import '@upstander/web-kit/fonts.css';
import './sign-in.css';
import '../session/reload-on-restore';
import { isLocale } from '@upstander/web-kit';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { loadStartWords } from '../words/start-words';
import { SignIn } from './sign-in';
import { viewOf } from './views';

const root = document.getElementById('root')!;
const page = <SignIn view={viewOf(window.location.search)} />;
const { lang } = document.documentElement;
if (root.hasChildNodes() && isLocale(lang)) {
  // Hydrates the prerendered form, including text typed in the meantime.
  await loadStartWords(lang);
  hydrateRoot(root, page);
} else {
  await loadStartWords();
  createRoot(root).render(page);
}

// Removes check-in lists of ended sessions from this device. The code loads only if there are any.
void indexedDB
  .databases()
  .then(async (catalogs) => {
    if (!catalogs.some(({ name }) => name === 'upstander-door')) return;
    await (await import('../check-in/stored-check-in-lists')).endDoors();
  })
  .catch(() => undefined);

/** Prefetches the next screen while the user types, so that it does not delay the form. */
function fetchAhead(): void {
  const files = document.querySelector<HTMLMetaElement>('meta[name="ahead"]')?.content.split(' ') ?? [];
  for (const href of files) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'prefetch', href, as: href.endsWith('.css') ? 'style' : 'script', crossOrigin: '' });
    document.head.append(link);
  }
}
root.addEventListener('input', fetchAhead, { once: true });
