import { randomUUID } from 'node:crypto';

export const instance = randomUUID();

/** Lets `npm start` distinguish its process from another one on the same port. */
export const instanceHeader = 'x-upstander-instance';
