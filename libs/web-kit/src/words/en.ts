import { writing } from './writing.js';

export const { number: $number, plural: $plural } = writing('en-US');
