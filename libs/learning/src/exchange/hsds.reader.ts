import { answerReads } from '@upstander/platform/reading';
import { readHsds } from './read-hsds.js';

void answerReads((bytes: Uint8Array) => readHsds(bytes));
