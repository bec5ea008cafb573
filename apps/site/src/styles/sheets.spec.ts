import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const files = readdirSync(folder).filter((name) => name.endsWith('.css'));

function resolve(name: string): string {
  return read(name).replace(/@import '\.\/([\w-]+\.css)';/g, (_, imported: string) => resolve(imported));
}
const classesIn = (css: string) => new Set(css.match(/(?<=\.)[a-z][\w-]*(?=[^}]*\{)/g));

const forms = join(folder, '../forms');
const ofForms = readdirSync(forms)
  .filter((name) => name.endsWith('.tsx'))
  .flatMap((name) => readFileSync(join(forms, name), 'utf8').match(/(?<=className="|')[a-z][a-z -]*(?="|')/g) ?? [])
  .flatMap((classes) => classes.split(' '))
  .filter((name) => files.some((file) => classesIn(read(file)).has(name)));

test.each(files.filter((name) => read(name).includes("@import './forms.css'")))(
  '%s styles every class that form controls use',
  (name) => {
    const styled = classesIn(resolve(name));
    expect(ofForms).toContain('tick-field');
    expect([...new Set(ofForms)].filter((one) => !styled.has(one))).toEqual([]);
  },
);
