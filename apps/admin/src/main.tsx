import { loadStartWords } from './words/words';

// Back must not bring a screen of somebody who has signed out to life again, with all it had in memory.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

// The words and the program come side by side; each language is a part of its own.
const [{ show }] = await Promise.all([import('./app/show'), loadStartWords()]);
show();
