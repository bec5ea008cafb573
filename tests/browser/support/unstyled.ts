import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(process.cwd(), 'apps/site/src/styles');
const knownClasses = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/(?<=\.)[a-z][\w-]*(?=[^}]*\{)/g) ?? []);

/** Finds classes that only style sheets of other pages define, i.e. the page has the wrong one. */
export function findUnstyledClasses(page: Page): Promise<string[]> {
  return page.evaluate(
    (ruleTexts) => {
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      const definedClasses = new Set(rules.join('').match(/(?<=\.)[a-z][\w-]*/g));
      const usedClasses = new Set(
        [...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]),
      );
      return ruleTexts.filter((name) => usedClasses.has(name) && !definedClasses.has(name));
    },
    [...new Set(knownClasses)],
  );
}
