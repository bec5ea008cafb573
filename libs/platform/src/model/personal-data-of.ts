import { personalData, splitColumns, type PersonalTable } from '../personal-data/personal-data.js';
import { tableOf } from './table-of.js';

/** Declares the personal data in the table of an entity. Goes above `@Entity`, which names the table. */
export function PersonalData(table: PersonalTable): ClassDecorator {
  return (entity) => {
    const { schema, name } = tableOf(entity);
    personalData.define({ [`${schema}.${name}`]: table });
  };
}

/**
 * Declares that an entity has no personal data. Goes above `@Entity`, which names the table.
 * @param columns its text columns, separated by spaces
 */
export function NoPersonalData(columns: string): ClassDecorator {
  return (entity) => {
    const { schema, name } = tableOf(entity);
    personalData.define({ [`${schema}.${name}`]: { others: splitColumns(columns) } });
  };
}
