import type { admin as english } from './admin.en.js';

export const admin: typeof english = {
  title: 'Mesa de organización',
};
