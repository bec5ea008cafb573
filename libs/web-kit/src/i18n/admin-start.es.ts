import { common } from './admin/common.es.js';
import { fieldReasons, refusals } from './admin/refusals.es.js';
import { signIn } from './admin/sign-in.es.js';

/** Words that are needed before anybody is signed in, and the whole time after. */
export const start = { title: common.product, common, fieldReasons, refusals, signIn };
