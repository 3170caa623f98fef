import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { t } from './words/t.ts';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2 } });

/** After so long without a key. */
const restMs = 500;

/** Says that what is written is hard to read. It keeps nobody from sending, and no screen reader says it at each letter. */
export function PlainHint({ text }: { readonly text: string }) {
  const styles = useStyles();
  const [age, setAge] = useState<number>();
  useEffect(() => {
    let isWanted = true;
    const measure = async () => {
      // The list of syllables is large, and most replies are short.
      const { tooHard } = await import('./reading-age.ts');
      if (isWanted) setAge(tooHard(text));
    };
    const timer = setTimeout(() => void measure(), restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  if (age === undefined) return null;
  return (
    <Caption1 className={styles.hint}>
      {t('This may be hard to read: reading age {age}. Shorter words and sentences help.', { age })}
    </Caption1>
  );
}
