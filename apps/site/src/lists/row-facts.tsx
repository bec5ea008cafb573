import { Fragment, type ReactNode } from 'react';

export function RowFacts({ facts }: { facts: readonly ReactNode[] }) {
  return facts
    .filter((fact) => fact !== false && fact !== null && fact !== undefined && fact !== '')
    .map((fact, index) => (
      <Fragment key={index}>
        {index > 0 && ' · '}
        <span>{fact}</span>
      </Fragment>
    ));
}
