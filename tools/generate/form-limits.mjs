import { writeGenerated } from './write-generated.mjs';

const { entities } = await import('@upstander/db');
const { fieldsOf } = await import('@upstander/platform');

/** Writes the limits of the models' fields for the forms of the pages. Part of `npm run generate`. */
writeGenerated('libs/web-kit/src/limits.generated.ts', printFormLimits());

/**
 * Prints the maximum length or value of each editable field, by model. Skips lists: their limit counts entries, and a form
 * would apply it to the length of the text.
 *
 * @returns {string} TypeScript
 */
function printFormLimits() {
  const models = [...entities].sort((a, b) => a.name.localeCompare(b.name));
  const lines = models.flatMap((model) => {
    const fields = fieldsOf(model).filter(({ max, isList }) => max !== undefined && !isList);
    return fields.length
      ? [`  ${model.name}: { ${fields.map(({ property, max }) => `${property}: ${max}`).join(', ')} },\n`]
      : [];
  });
  return `// Written by \`npm run generate\` from the models.\n\nexport const limits = {\n${lines.join('')}} as const;\n`;
}
