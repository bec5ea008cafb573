import { randomUUID } from 'node:crypto';

/** ID of this process, new at each start. Included in the log line for listening and in health responses. */
export const instance = randomUUID();

/** Lets `npm start` distinguish its process from another one on the same port. */
export const instanceHeader = 'x-upstander-instance';
