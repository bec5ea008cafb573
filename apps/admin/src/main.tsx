import './app/part-is-gone';
import './session/never-again';
import { loadStartWords } from './words/start-words';

// Loads messages and program in parallel. Each language is a separate chunk.
const [{ show }] = await Promise.all([import('./app/show'), loadStartWords()]);
show();
void import('./check-in/stored-doors').then(({ dropOldDoors }) => dropOldDoors(new Date())).catch(() => undefined);
