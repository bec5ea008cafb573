import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { Callers } from './callers.mjs';
import { addedMarker, literalsOf, fallBack, AmbiguousError, UnknownValueError } from './known.mjs';

const maxVariants = 64;
/** Limit per statement. Beyond it the statement counts as dynamic. */
const maxSteps = 20_000;

/**
 * Evaluates an expression statically: literals, templates, constants, branches, unions, and calls of our functions with
 * known arguments. `insertMails`, `selectList` and other model functions of the platform are executed.
 */
export class Evaluator {
  constructor(program, isOurs) {
    this.checker = program.getTypeChecker();
    this.isOurs = isOurs;
    this.modules = new Map();
    this.callers = new Callers(program, isOurs, (node) => this.all(node));
    this.steps = 0;
  }

  /**
   * @returns {Promise<unknown[]>} every value an expression can have
   * @throws UnknownValueError
   */
  async all(node, read = (value) => value, env = new Map()) {
    try {
      const found = [];
      for (const value of await this.ways(node, env)) found.push(await read(value));
      return [...new Set(found)];
    } catch (error) {
      if (!(error instanceof AmbiguousError)) throw error;
      const found = [];
      for (const way of error.ways) {
        found.push(...(await this.all(node, read, new Map([...env, ...way]))));
        if (found.length > maxVariants) throw new UnknownValueError('there are too many ways');
      }
      return [...new Set(found)];
    }
  }

  async ways(node, env, depth = 0) {
    if (depth > 60 || (this.steps += 1) > maxSteps) throw new UnknownValueError('it goes in circles');
    const different = [...new Set(await this.waysOf(node, env, depth + 1))];
    if (different.length > maxVariants) throw new UnknownValueError('there are too many ways');
    return different;
  }

  async waysOf(node, env, depth) {
    const see = (other) => this.ways(other, env, depth);
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isNumericLiteral(node)) return [Number(node.text)];
    if (plain.has(node.kind)) return [plain.get(node.kind)];
    if (isWrapped(node)) return see(node.expression);
    if (ts.isTemplateExpression(node)) {
      let texts = [node.head.text];
      for (const span of node.templateSpans) {
        const values = await see(span.expression);
        texts = texts.flatMap((text) => values.map((value) => `${text}${value}${span.literal.text}`));
        if (texts.length > maxVariants) throw new UnknownValueError('there are too many ways');
      }
      return texts;
    }
    if (ts.isConditionalExpression(node)) return this.branches(node, see);
    if (ts.isBinaryExpression(node)) return this.operation(node, see);
    if (ts.isArrayLiteralExpression(node)) {
      let lists = [[]];
      for (const element of node.elements) {
        const isSpread = ts.isSpreadElement(element);
        const values = await see(isSpread ? element.expression : element);
        lists = lists.flatMap((list) => values.map((value) => (isSpread ? [...list, ...value] : [...list, value])));
      }
      return lists;
    }
    if (ts.isObjectLiteralExpression(node)) return [await this.object(node, see)];
    if (ts.isArrowFunction(node)) return [{ node, env }];
    if (ts.isIdentifier(node)) return this.named(node, env, depth);
    if (ts.isPropertyAccessExpression(node)) return this.property(node, node.name.text, env, depth);
    if (ts.isElementAccessExpression(node)) {
      const keys = await see(node.argumentExpression);
      return (await Promise.all(keys.map((key) => this.property(node, key, env, depth)))).flat();
    }
    if (ts.isCallExpression(node)) return this.call(node, env, depth);
    throw new UnknownValueError(ts.SyntaxKind[node.kind]);
  }

  async branches(node, see) {
    const both = [...(await see(node.whenTrue)), ...(await see(node.whenFalse))];
    const known = await fallBack(see(node.condition), null);
    if (known?.length !== 1) return both;
    return see(known[0] ? node.whenTrue : node.whenFalse);
  }

  async operation(node, see) {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.EqualsEqualsEqualsToken) {
      const [left, right] = [await see(node.left), await see(node.right)];
      return left.flatMap((one) => right.map((other) => one === other));
    }
    if (kind === ts.SyntaxKind.PlusToken) {
      const [left, right] = [await see(node.left), await see(node.right)];
      return left.flatMap((one) => right.map((other) => one + other));
    }
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      const left = await fallBack(see(node.left), [false, true]);
      return [...left.filter((one) => !one), ...(left.some(Boolean) ? await see(node.right) : [])];
    }
    if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken) {
      const left = await see(node.left);
      return [...left.filter(Boolean), ...(left.every(Boolean) ? [] : await see(node.right))];
    }
    throw new UnknownValueError('an operation');
  }

  async object(node, see) {
    const made = {};
    for (const part of node.properties) {
      if (ts.isShorthandPropertyAssignment(part)) made[part.name.text] = { lazy: () => see(part.name) };
      else if (ts.isPropertyAssignment(part)) made[part.name.text] = { lazy: () => see(part.initializer) };
      else if (ts.isSpreadAssignment(part)) Object.assign(made, (await see(part.expression))[0]);
      else throw new UnknownValueError('an object');
    }
    return made;
  }

  async named(node, env, depth) {
    if (node.text === 'undefined') return [undefined];
    const symbol = this.symbolOf(node);
    if (env.has(symbol)) return env.get(symbol);
    const [declaration] = symbol?.declarations ?? [];
    if (declaration && ts.isClassDeclaration(declaration)) return [await this.loaded(declaration)];
    if (declaration && ts.isVariableDeclaration(declaration) && isFixed(declaration)) {
      const known = await fallBack(this.ways(declaration.initializer, env, depth), null);
      if (known) return known;
    }
    if (declaration && ts.isParameter(declaration)) {
      const ways = (await this.callers.given(declaration.parent)).filter((way) => way.has(symbol));
      if (ways.length > 0) throw new AmbiguousError(ways);
    }
    const values = literalsOf(this.checker, node);
    if (values.length > 1) throw new AmbiguousError(values.map((value) => new Map([[symbol, [value]]])));
    return values;
  }

  symbolOf(node) {
    const isShort = ts.isShorthandPropertyAssignment(node.parent);
    const of = isShort
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
    return of && of.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(of) : of;
  }

  async property(node, key, env, depth) {
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const [declaration] = this.checker.getSymbolAtLocation(node.name)?.declarations ?? [];
      const isFixed = declaration && ts.isPropertyDeclaration(declaration) && declaration.initializer;
      return isFixed ? this.ways(declaration.initializer, env, depth) : literalsOf(this.checker, node);
    }
    try {
      const objects = await this.ways(node.expression, env, depth);
      const values = await Promise.all(
        objects.map(async (object) => {
          const value = object?.[key];
          if (value?.lazy) return value.lazy();
          if (value === undefined || typeof value === 'function')
            throw new UnknownValueError(node.getText().slice(0, 60));
          return [value];
        }),
      );
      return values.flat();
    } catch (error) {
      if (error instanceof AmbiguousError) throw error;
      return literalsOf(this.checker, node);
    }
  }

  async call(node, env, depth) {
    const see = (other) => this.ways(other, env, depth);
    const declaration = this.checker.getResolvedSignature(node)?.declaration;
    const isOurs = declaration && this.isOurs(declaration.getSourceFile());
    if (isOurs && declaration.parent.name?.text === 'Values' && declaration.name.text === 'add') return [addedMarker];
    if (!isOurs && ts.isPropertyAccessExpression(node.expression)) return this.method(node, see, depth);
    if (!isOurs || !declaration.body) throw new UnknownValueError(`${node.expression.getText()}(…)`);
    if (executed.test(declaration.getSourceFile().fileName)) {
      const run = await this.loaded(declaration);
      const given = await Promise.all(node.arguments.map(async (one) => this.only(await see(one))));
      return [run(...given)];
    }
    const inside = new Map(env);
    for (const [i, parameter] of declaration.parameters.entries()) {
      const symbol = this.checker.getSymbolAtLocation(parameter.name);
      const said = node.arguments[i] ?? parameter.initializer;
      // An unknown argument may not be needed.
      const values = said ? await fallBack(see(said), null) : [undefined];
      if (values && symbol) inside.set(symbol, values);
    }
    return this.returned(declaration, inside, depth);
  }

  async returned(declaration, env, depth) {
    if (!ts.isBlock(declaration.body)) return this.ways(declaration.body, env, depth);
    const answers = [];
    const look = (node) => {
      if (ts.isReturnStatement(node) && node.expression) answers.push(node.expression);
      if (!ts.isFunctionLike(node)) ts.forEachChild(node, look);
    };
    ts.forEachChild(declaration.body, look);
    if (answers.length === 0) throw new UnknownValueError('a function');
    return (await Promise.all(answers.map((answer) => this.ways(answer, env, depth)))).flat();
  }

  async method(node, see, depth) {
    const name = node.expression.name.text;
    const lists = await see(node.expression.expression);
    if (!lists.every(Array.isArray)) throw new UnknownValueError(`${name}(…)`);
    const given = await this.only(node.arguments[0] ? await see(node.arguments[0]) : [',']);
    if (name === 'join') return lists.map((list) => list.join(given));
    if (name !== 'map' || !given?.node) throw new UnknownValueError(`${name}(…)`);
    const mapped = lists.map((list) =>
      Promise.all(
        list.map(async (item, i) => {
          const inside = new Map(given.env);
          for (const [at, parameter] of given.node.parameters.entries()) {
            inside.set(this.checker.getSymbolAtLocation(parameter.name), [at === 0 ? item : i]);
          }
          return this.only(await this.returned(given.node, inside, depth));
        }),
      ),
    );
    return Promise.all(mapped);
  }

  /** Returns the only value with lazy parts resolved, as executed functions need it. */
  async only(values, names = null) {
    if (values.length !== 1) throw new UnknownValueError('there are several ways');
    const [value] = values;
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.only([one])));
    if (!value || typeof value !== 'object' || value.node) return value;
    const whole = {};
    for (const [name, part] of Object.entries(value)) {
      if (names && !names.includes(name)) continue;
      whole[name] = part?.lazy ? await this.only(await part.lazy()) : part;
    }
    return whole;
  }

  async loaded(declaration) {
    const file = declaration.getSourceFile().fileName;
    if (!existsSync(file)) throw new UnknownValueError(file);
    if (!this.modules.has(file)) this.modules.set(file, await import(pathToFileURL(file).href));
    const found = this.modules.get(file)[declaration.name?.text];
    if (!found) throw new UnknownValueError(declaration.name?.text ?? 'a function');
    return found;
  }
}

const executed = /\/libs\/(platform\/src\/model\/|notifications\/src\/mails\/insert-mails\.ts$)/;
const plain = new Map([
  [ts.SyntaxKind.TrueKeyword, true],
  [ts.SyntaxKind.FalseKeyword, false],
  [ts.SyntaxKind.NullKeyword, null],
]);
const isWrapped = (node) =>
  [ts.isParenthesizedExpression, ts.isAsExpression, ts.isSatisfiesExpression, ts.isNonNullExpression].some((is) =>
    is(node),
  );

/** True for a constant that isn't mutated. Lists may be pushed to. */
function isFixed({ name, initializer, parent }) {
  if (!(parent.flags & ts.NodeFlags.Const) || !ts.isIdentifier(name) || !initializer) return false;
  return !ts.isArrayLiteralExpression(initializer) || !initializer.getSourceFile().text.includes(`${name.text}.push(`);
}
