export { demoPassword, demoTotpSecret, logins } from './accounts.js';
export { loadDemo, NotEmptyError, type DemoCounts } from './load-demo.js';
