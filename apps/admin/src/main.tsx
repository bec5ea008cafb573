import './app/part-is-gone';
import './session/never-again';
import { loadStartWords } from './words/start-words';

// The words and the program come side by side; each language is a part of its own.
const [{ show }] = await Promise.all([import('./app/show'), loadStartWords()]);
show();
void import('./check-in/stored-doors').then(({ dropOldDoors }) => dropOldDoors(new Date())).catch(() => undefined);
