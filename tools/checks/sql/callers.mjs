import ts from 'typescript';

const maxCombinations = 64;

export class Callers {
  constructor(program, isOurs, valuesOf) {
    this.program = program;
    this.checker = program.getTypeChecker();
    this.isOurs = isOurs;
    this.valuesOf = valuesOf;
    this.known = new Map();
  }

  /** Returns the known arguments of each call, without following the callers' own callers. */
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
      ways.push(...mine.slice(0, maxCombinations));
    }
    return ways;
  }

  callsByName() {
    const calls = new Map();
    const visitNode = (node) => {
      const name = ts.isCallExpression(node) && (node.expression.name ?? node.expression).text;
      if (name) calls.set(name, [...(calls.get(name) ?? []), node]);
      ts.forEachChild(node, visitNode);
    };
    for (const file of this.program.getSourceFiles()) if (this.isOurs(file)) visitNode(file);
    return calls;
  }
}
