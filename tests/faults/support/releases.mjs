/** Finds the release whose programs are tried on the newest tables. */
export { lastRelease, releasedCommit } from '../../../tools/release/releases.mjs';
