import { makeStyles, tokens } from '@fluentui/react-components';
import { plainList } from '../plain-list.ts';

/** One part of the person's pane below another. */
export const usePartStyles = makeStyles({
  part: { marginTop: tokens.spacingVerticalXXL },
  list: { ...plainList, gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  words: { overflowWrap: 'anywhere' },
  gap: { marginTop: tokens.spacingVerticalS },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
});
