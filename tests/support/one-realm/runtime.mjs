import { AsyncLocalStorage } from 'node:async_hooks';
import { isBuiltin } from 'node:module';
import jestRuntime from 'jest-runtime';

const Runtime = jestRuntime.default ?? jestRuntime;
let library;

/**
 * Loads the spec file itself each time, but its imports from a runtime that lives as long as the worker. Module state
 * therefore survives spec files, as it survives requests in production, and `jest.mock` does not work.
 */
export default class OneRealmRuntime extends Runtime {
  #storages = new Set();

  constructor(...given) {
    super(...given);
    library ??= new Runtime(...given);
    this.#noteStorages();
  }

  /** Before Node 24, every promise checks every AsyncLocalStorage ever used, and Jest creates one per spec file. */
  #noteStorages() {
    const { coreModule } = this;
    const requireCore = coreModule.require.bind(coreModule);
    const storages = this.#storages;
    class Noted extends AsyncLocalStorage {
      constructor(...given) {
        super(...given);
        storages.add(this);
      }
    }
    coreModule.require = (name) =>
      /^(node:)?async_hooks$/.test(name) ? { ...requireCore(name), AsyncLocalStorage: Noted } : requireCore(name);
  }

  teardown() {
    for (const storage of this.#storages) storage.disable();
    super.teardown();
  }

  requireModule(from, moduleName, options, isRequireActual) {
    // Jest's own modules are shared too, except the runner itself and the storages that it creates.
    const isOwnModule = moduleName === undefined || (options?.isInternalModule && isBuiltin(moduleName));
    return isOwnModule
      ? super.requireModule(from, moduleName, options, isRequireActual)
      : library.requireModule(from, moduleName, options, isRequireActual);
  }

  /** Merges source maps of the spec file and the shared modules. */
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
