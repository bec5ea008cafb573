import { isProgram, findOnPath } from './paths.mjs';

const PLACES = [
  // Headless shell: the same rendering with a third less CPU time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Searches CHROMIUM_PATH, common locations, then PATH. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !isProgram(given)) throw new Error(`CHROMIUM_PATH is ${given}, which is not a program.`);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  return given || PLACES.find(isProgram) || findOnPath(...names);
}
