import { webhookTriggers } from '@upstander/integrations';
import { fieldsOf, personColumnOf, tableOf, type StatusRules } from '@upstander/platform';
import { entities } from './data-source.js';

interface Table {
  schema: string;
  name: string;
}

export function statusTables(): Array<Table & { rules: StatusRules }> {
  return entities.flatMap((entity) => {
    const rules = fieldsOf(entity).find(({ property }) => property === 'status')?.statusRules;
    return rules ? [{ ...tableOf(entity), rules }] : [];
  });
}

/**
 * Returns the triggers for `@Status`, `@BelongsToPerson` and webhooks, by the file of their function, with which they are created
 * (db/sql-source.ts).
 */
export function entityTriggers(): Readonly<Record<string, string>> {
  return {
    'functions/integrations/record_changes.sql': webhookTriggers(),
    'functions/platform/check_status.sql': statusTables().map(statusTriggers).join(''),
    'functions/platform/refuse_erased_person.sql': entities.map(personTrigger).join(''),
  };
}

function statusTriggers({ schema, name, rules }: Table & { rules: StatusRules }): string {
  const create = (trigger: string, when: string) =>
    `\nCREATE TRIGGER ${name}_check_${trigger} ${when}\n  EXECUTE FUNCTION platform.check_status('${name}');\n`;
  const table = `ON ${schema}.${name} FOR EACH ROW`;
  const initial = rules.initial ? create('initial_status', `BEFORE INSERT ${table}`) : '';
  return `${initial}${create('status', `BEFORE UPDATE OF status ${table} WHEN (OLD.status <> NEW.status)`)}`;
}

function personTrigger(entity: new () => object): string {
  const person = personColumnOf(entity);
  if (!person) return '';
  const { schema, name } = tableOf(entity);
  const people = entities.map(tableOf).find((table) => table.name === person.noun);
  if (!people)
    throw new Error(`${entity.name}.${person.column} belongs to a person, but no entity has a table "${person.noun}".`);
  return `
CREATE TRIGGER ${name}_of_erased_person BEFORE INSERT ON ${schema}.${name} FOR EACH ROW
  EXECUTE FUNCTION platform.refuse_erased_person('${people.schema}.${people.name}', '${person.column}');
`;
}
