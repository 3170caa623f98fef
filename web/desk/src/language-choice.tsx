import { Button } from '@fluentui/react-components';
import { chooseLanguage, language, languages } from './words/language.ts';

/** To the other language, in its own words: who needs it may not read this one. */
export function LanguageChoice() {
  const other = language() === 'en' ? 'cy' : 'en';
  return (
    <Button appearance="subtle" lang={other} onClick={() => chooseLanguage(other)}>
      {languages[other]}
    </Button>
  );
}
