import { answerReads } from '@upstander/files/reading';
import { readHsds } from './read-hsds.js';

void answerReads((bytes: Uint8Array) => readHsds(bytes));
