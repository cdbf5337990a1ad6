import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's environment for Node, where Jest itself runs; test files run in the worker's own global scope (`test-runner.mjs`).
 * So its built-in classes are those of the worker: `expect.any(String)` means theirs.
 */
export default class SharedRealmEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm;
    // In Jest's own context each use of a global goes through a proxy, which takes four times as long.
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
    for (const name of Object.getOwnPropertyNames(globalThis))
      if (/^[A-Z]/.test(name) && name in this.global && typeof globalThis[name] === 'function') this.global[name] = globalThis[name];
  }
}
