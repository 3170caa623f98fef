import { tokens } from '@fluentui/react-components';

/** A list whose entries stand below each other without dots. */
export const plainList = {
  listStyle: 'none',
  padding: 0,
  margin: `${tokens.spacingVerticalS} 0 0`,
  display: 'grid',
} as const;
