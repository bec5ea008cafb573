export { demoPassword, demoTotpSecret, logins } from './accounts.js';
export { playGifts } from './gifts/play.js';
export { loadDemo, NotEmptyError, type DemoCounts } from './load-demo.js';
