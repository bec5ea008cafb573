import { businesses } from './businesses.js';
import { caregivers } from './caregivers.js';
import { everyoneArticles } from './everyone.js';
import { relationships } from './relationships.js';
import { rightsArticles } from './rights.js';
import { schools } from './schools.js';
import { youth } from './youth.js';

export const articles = [
  ...everyoneArticles,
  ...rightsArticles,
  ...caregivers,
  ...youth,
  ...schools,
  ...businesses,
  ...relationships,
];
