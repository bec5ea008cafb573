import jestRuntime from 'jest-runtime';

const Runtime = jestRuntime.default ?? jestRuntime;
let library;

/**
 * Loads the spec file itself anew, and everything that it imports from a runtime that lives as long as the worker. So a
 * module's own state outlasts a spec file, as it outlasts a request in production, and `jest.mock` has nothing to replace.
 */
export default class OneRealmRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    library ??= new Runtime(...given);
  }

  requireModule(from, moduleName, options, isRequireActual) {
    const itself = moduleName === undefined || options?.isInternalModule;
    return itself
      ? super.requireModule(from, moduleName, options, isRequireActual)
      : library.requireModule(from, moduleName, options, isRequireActual);
  }

  /** Where a line of a stack comes from, for the file and for what outlives it. */
  getSourceMaps() {
    const both = [super.getSourceMaps(), library.getSourceMaps()];
    return {
      get: (file) => both[0].get(file) ?? both[1].get(file),
      *[Symbol.iterator]() {
        for (const maps of both) yield* maps;
      },
    };
  }
}
