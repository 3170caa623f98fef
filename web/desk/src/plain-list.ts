import { tokens } from '@fluentui/react-components';

/** One list of the desk below another, and what stands there when it is empty. */
export const listSection = {
  section: { marginBottom: tokens.spacingVerticalXXL },
  quiet: { color: tokens.colorNeutralForeground3, marginTop: tokens.spacingVerticalS },
};

/** A list whose entries stand below each other without dots. */
export const plainList = {
  listStyle: 'none',
  padding: 0,
  margin: `${tokens.spacingVerticalS} 0 0`,
  display: 'grid',
} as const;
