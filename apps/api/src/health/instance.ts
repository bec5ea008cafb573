import { randomUUID } from 'node:crypto';

/** Which process this is, new at each start: in the log where it says that it listens, and in what it answers of its health. */
export const instance = randomUUID();

/** So that whoever started a process knows its answer from that of another one at the same port (`npm start` does). */
export const instanceHeader = 'x-upstander-instance';
