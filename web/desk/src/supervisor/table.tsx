import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { type Plain, t } from '../words/t.ts';

const useStyles = makeStyles({
  section: { marginBottom: tokens.spacingVerticalXXL, overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', marginTop: tokens.spacingVerticalS },
  cell: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  head: { color: tokens.colorNeutralForeground2 },
});

interface TableProps {
  readonly title: string;
  /** As the catalogue has them. */
  readonly heads: readonly Plain[];
  /** The first cell of a row names it. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly [ReactNode, ...ReactNode[]] }[];
  /** Stands where there are no rows. */
  readonly nothing: string;
}

/** A table under its heading, read row by row with the names of row and column. */
export function Table({ title, heads, rows, nothing }: TableProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle2 as="h3" block id={id}>
        {title}
      </Subtitle2>
      {rows.length === 0 ? (
        <p>{nothing}</p>
      ) : (
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={`${styles.cell} ${styles.head}`}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...cells] }) => (
              <tr key={key}>
                <th scope="row" className={styles.cell}>
                  {name}
                </th>
                {cells.map((cell, at) => (
                  <td key={heads[at + 1]} className={styles.cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** “3 min 20 s”, “2 h 5 min”. */
export function lasted(seconds: number): string {
  if (seconds < 60) return t('{seconds} s', { seconds });
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? t('{minutes} min {seconds} s', { minutes, seconds: seconds % 60 })
    : t('{hours} h {minutes} min', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
