import { common } from './admin/common.en.js';
import { fieldReasons, refusals } from './admin/refusals.en.js';
import { signIn } from './admin/sign-in.en.js';

/** Words that are needed before anybody is signed in, and the whole time after. */
export const start = { title: common.product, common, fieldReasons, refusals, signIn };
