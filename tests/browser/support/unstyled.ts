import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(process.cwd(), 'apps/site/src/styles');
/** Every class used in a style sheet of the site. */
const knownClasses = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/(?<=\.)[a-z][\w-]*(?=[^}]*\{)/g) ?? []);

/** Returns classes on this page that only style sheets of other pages define, i.e. the page has the wrong one. */
export function unstyled(page: Page): Promise<string[]> {
  return page.evaluate(
    (all) => {
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      const here = new Set(rules.join('').match(/(?<=\.)[a-z][\w-]*/g));
      const used = new Set([...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]));
      return all.filter((name) => used.has(name) && !here.has(name));
    },
    [...new Set(knownClasses)],
  );
}
