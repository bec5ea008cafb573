import nx from '@nx/eslint-plugin';
import { depConstraints } from '../boundaries.mjs';

const rule = nx.rules['enforce-module-boundaries'];
const options = {
  depConstraints,
  enforceBuildableLibDependency: false,
  allowCircularSelfDependency: false,
  // The admin loads the texts of one language dynamically, and everything else statically.
  checkDynamicDependenciesExceptions: ['@upstander/web-kit'],
  banTransitiveDependencies: false,
};

/** Nx's rule `enforce-module-boundaries` with the dependency table of tools/boundaries.mjs. */
export default { ...rule, meta: { ...rule.meta, defaultOptions: [options] } };
