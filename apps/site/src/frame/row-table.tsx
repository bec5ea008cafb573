import type { ReactNode } from 'react';

interface Props {
  /** The headings; under the last one stand amounts. */
  columns: readonly string[];
  rows: ReadonlyArray<{ key: string; cells: readonly ReactNode[] }>;
}

/** A table whose rows become little cards on a phone, each cell under the name of its column. */
export function RowTable({ columns, rows }: Props) {
  const look = (index: number) => (index === columns.length - 1 ? 'figure' : undefined);
  return (
    <table className="rows">
      <thead>
        <tr>
          {columns.map((name, index) => (
            <th key={name} scope="col" className={look(index)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {columns.map((name, index) => (
              <td key={name} data-label={name} className={look(index)}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
