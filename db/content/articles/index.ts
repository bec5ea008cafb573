import { businesses } from './businesses.js';
import { caregivers } from './caregivers.js';
import { everyone } from './everyone.js';
import { relationships } from './relationships.js';
import { rights } from './rights.js';
import { schools } from './schools.js';
import { youth } from './youth.js';

export const articles = [...everyone, ...rights, ...caregivers, ...youth, ...schools, ...businesses, ...relationships];
