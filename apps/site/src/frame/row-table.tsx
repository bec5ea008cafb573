import type { ReactNode } from 'react';

interface Props {
  /** Column headings. The last column contains amounts. */
  columns: readonly string[];
  rows: ReadonlyArray<{ key: string; cells: readonly ReactNode[] }>;
}

/** Rows become cards on phones, with the column name in each cell. */
export function RowTable({ columns, rows }: Props) {
  const cellClass = (index: number) => (index === columns.length - 1 ? 'figure' : undefined);
  return (
    <table className="rows">
      <thead>
        <tr>
          {columns.map((name, index) => (
            <th key={name} scope="col" className={cellClass(index)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {columns.map((name, index) => (
              <td key={name} data-label={name} className={cellClass(index)}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
