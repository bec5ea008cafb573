import './sign-in.css';
import '../session/never-again';
import { isLocale } from '@upstander/web-kit';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { loadStartWords } from '../words/start-words';
import { SignIn } from './sign-in';
import { viewOf } from './views';

const root = document.getElementById('root')!;
const page = <SignIn view={viewOf(window.location.search)} />;
const { lang } = document.documentElement;
if (root.hasChildNodes() && isLocale(lang)) {
  // The form is there already; it is taken over with what was typed into it meanwhile.
  await loadStartWords(lang);
  hydrateRoot(root, page);
} else {
  await loadStartWords();
  createRoot(root).render(page);
}

// Check-in lists that an ended session left on this device are removed. Most devices have none, and load nothing for it.
void indexedDB
  .databases()
  .then(async (all) => {
    if (!all.some(({ name }) => name === 'upstander-door')) return;
    await (await import('../check-in/stored-doors')).endDoors();
  })
  .catch(() => undefined);

/** While somebody types, what they will see next is fetched: not before, so that nobody waits for it to type. */
function fetchAhead(): void {
  const files = document.querySelector<HTMLMetaElement>('meta[name="ahead"]')?.content.split(' ') ?? [];
  for (const href of files) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'prefetch', href, as: href.endsWith('.css') ? 'style' : 'script', crossOrigin: '' });
    document.head.append(link);
  }
}
root.addEventListener('input', fetchAhead, { once: true });
