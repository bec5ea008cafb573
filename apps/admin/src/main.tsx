import './app/missing-chunk';
import './session/reload-on-restore';
import { loadStartWords } from './words/start-words';

// Loads messages and program in parallel. Each language is a separate chunk.
const [{ show }] = await Promise.all([import('./app/render-app'), loadStartWords()]);
show();
void import('./check-in/stored-check-in-lists')
  .then(({ deleteOldLists }) => deleteOldLists(new Date()))
  .catch(() => undefined);
