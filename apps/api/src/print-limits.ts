import { entities } from '@upstander/db';
import { fieldsOf } from '@upstander/platform';
import { format } from 'prettier';

const head = `/**
 * How long a text may be and how large a number, by model and field: printed from the models by \`npm run schema\`, so that
 * a form never says another limit than the server keeps to.
 */`;

/**
 * Prints the limits of every model whose fields people write, as a file of the pages. Lists are left out: the limit of a
 * list counts its entries, and a form would cut the text of its field off at that many characters.
 */
export async function printLimits(): Promise<string> {
  const models = [...entities].sort((a, b) => a.name.localeCompare(b.name));
  const limits = models.flatMap((model) => {
    const most = fieldsOf(model).filter(({ max, isList }) => max !== undefined && !isList);
    return most.length
      ? [`${model.name}: { ${most.map(({ property, max }) => `${property}: ${max}`).join(', ')} },`]
      : [];
  });
  const options = { parser: 'typescript', printWidth: 120, singleQuote: true } as const;
  return format(`${head}\nexport const limits = {\n${limits.join('\n')}\n} as const;\n`, options);
}
