import { Ajv } from 'ajv';
import { parse } from 'yaml';

/**
 * Works without Helm.
 * @param {{ chart: string, values: string, schema: string, templates: Record<string, string>, version: string }} files
 * @returns {string[]} sentences
 */
export function helmFaults({ chart, values, schema, templates, version }) {
  const faults = [];
  const { apiVersion, name, version: its, appVersion } = parse(chart);
  if (apiVersion !== 'v2' || !name) faults.push('Chart.yaml has no name, or its apiVersion is not v2.');
  if (its !== version || appVersion !== version)
    faults.push(`Chart.yaml has the versions ${its} and ${appVersion}, not ${version}.`);
  const given = parse(values);
  const fits = new Ajv({ allErrors: true, strictTypes: false }).compile(JSON.parse(schema));
  if (!fits(given))
    for (const { instancePath, message } of fits.errors) faults.push(`values.yaml: ${instancePath} ${message}`);
  for (const [file, text] of Object.entries(templates)) {
    for (const [, path] of text.matchAll(/\.Values\.([\w.]+)/g)) {
      const value = path.split('.').reduce((one, key) => one?.[key], given);
      if (value === undefined) faults.push(`${file} uses ${path}, which is not in values.yaml.`);
    }
    const actions = [...text.matchAll(/\{\{-?\s*(\w+)?/g)].map(([, word]) => word);
    const opened = actions.filter((word) => ['if', 'range', 'with', 'define'].includes(word)).length;
    if (opened !== actions.filter((word) => word === 'end').length)
      faults.push(`${file} opens ${opened} blocks but closes a different number.`);
  }
  return faults;
}
