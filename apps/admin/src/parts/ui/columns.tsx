import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './columns.module.css';

interface ColumnsProps {
  /** Width of the first column in proportion to the second. */
  ratio: number;
  mt?: 'xl' | false;
  children: ReactNode;
}

/** Two columns, one below the other on narrow screens. */
export function Columns({ ratio, mt, children }: ColumnsProps) {
  return (
    <Box className={classes.columns} mt={mt || undefined} __vars={{ '--columns-ratio': `${ratio}fr` }}>
      {children}
    </Box>
  );
}
