import ts from 'typescript';

/** More ways than these to call a function are not looked at. */
const most = 64;

/** Who calls a function of ours, and with what. `valuesOf` answers what an expression can be. */
export class Callers {
  constructor(program, isOurs, valuesOf) {
    this.program = program;
    this.checker = program.getTypeChecker();
    this.isOurs = isOurs;
    this.valuesOf = valuesOf;
    this.known = new Map();
  }

  /** What each caller of a function gives it, as far as it is known; their callers are not asked. */
  async given(called) {
    if (!this.known.has(called)) {
      this.known.set(called, []);
      this.known.set(called, await this.givenBy(called));
    }
    return this.known.get(called);
  }

  async givenBy(called) {
    const ways = [];
    for (const call of (this.calls ??= this.callsByName()).get(called.name?.text) ?? []) {
      if (this.checker.getResolvedSignature(call)?.declaration !== called) continue;
      let mine = [new Map()];
      for (const [at, parameter] of called.parameters.entries()) {
        const said = call.arguments[at] ?? parameter.initializer;
        const values = said ? await this.valuesOf(said).catch(() => null) : [undefined];
        const symbol = this.checker.getSymbolAtLocation(parameter.name);
        if (values && symbol) mine = mine.flatMap((way) => values.map((value) => new Map([...way, [symbol, [value]]])));
      }
      ways.push(...mine.slice(0, most));
    }
    return ways;
  }

  callsByName() {
    const calls = new Map();
    const look = (node) => {
      const name = ts.isCallExpression(node) && (node.expression.name ?? node.expression).text;
      if (name) calls.set(name, [...(calls.get(name) ?? []), node]);
      ts.forEachChild(node, look);
    };
    for (const file of this.program.getSourceFiles()) if (this.isOurs(file)) look(file);
    return calls;
  }
}
