import { writing } from './writing.js';

export const { number: $number, plural: $plural } = writing('es-US');
