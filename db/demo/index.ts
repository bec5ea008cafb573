export { demoPassword, demoTotpSecret, logins } from './accounts.js';
export { playAdvocacy } from './advocacy/play.js';
export { playGifts } from './gifts/play.js';
export { loadDemo, NotEmptyError, type DemoCounts } from './load-demo.js';
