import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { Took } from '../reveals.tsx';
import { t } from '../words/t.ts';
import { languageName, spoken, timeOf } from '../words.ts';
import { formOf } from './acts.ts';
import { type ActName, type Case, casesApi, type Sent } from './api.ts';
import { CaseForm } from './form.tsx';

const useStyles = makeStyles({
  words: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', marginTop: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface DetailProps {
  readonly conversation: string;
  readonly reference: string;
  /** Other cases of the person. */
  readonly others: readonly string[];
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** The outbox brings a change to the housing system a moment after it is committed. */
const soonMs = 700;

/** A case in full, and what may be done about it. Who was slower sees it as it is by now, with what they wrote still there. */
export function CaseDetail({ conversation, reference, others, changed, tell }: DetailProps) {
  const [found, setFound] = useState<Case>();
  const [act, setAct] = useState<ActName>();
  const read = useCallback(
    () => casesApi.read(conversation, reference).then(setFound, tell),
    [conversation, reference, tell],
  );
  useEffect(() => void read(), [read]);
  if (found === undefined) return null;
  const send = async (name: ActName, { sent, took }: { readonly sent: Sent; readonly took: Took }) => {
    tell();
    try {
      await casesApi.act(conversation, reference, { name, sent: { version: found.version, ...sent } });
      setAct(undefined);
      await new Promise((resolve) => setTimeout(resolve, soonMs));
      changed();
    } catch (problem) {
      if (!took(problem)) tell(problem);
    }
    await read();
  };
  return (
    <>
      <Facts found={found} />
      <Buttons found={found} act={act} choose={setAct} />
      {act !== undefined && found.can.includes(act) && (
        <ActPart key={act} name={act} found={found} others={others} send={(sent, took) => send(act, { sent, took })} />
      )}
    </>
  );
}

function Facts({ found }: { readonly found: Case }) {
  const styles = useStyles();
  const { words, language, english, outcomeSought, needs, riskReasons, owner, links, details } = found;
  const lines = [
    ...safetyOf(details),
    [t('With'), owner],
    [t('Investigates'), details.investigators ?? details.investigator],
    [t('Coordinates'), details.coordinator],
    [t('Of high risk'), riskReasons.join('; ')],
    [t('Wants'), outcomeSought],
    [t('Who it is for'), details.onBehalfOf],
    [t('Service'), details.service_name],
    [t('What they agreed to'), details.agreed_to],
    [t('Needs'), needs.map(needTold).join(', ')],
    [t('Belongs with'), links.join(', ')],
    ...(details.notes ?? []).map(({ at, by, text }) => [`${by}, ${timeOf(at, new Date())}`, text] as const),
  ] as const;
  return (
    <>
      <Body1 block lang={language} className={styles.words}>
        “{words}”
      </Body1>
      {language !== 'en' && (
        <Caption1 block className={styles.quiet}>
          {english === undefined
            ? t('In {language}.', { language: languageName(language) })
            : t('In {language}. In English: “{words}”', { language: languageName(language), words: english })}
        </Caption1>
      )}
      {lines.map(([what, said]) =>
        said === undefined || said === null || said === '' ? null : (
          <Caption1 key={`${what}${said}`} block>
            <strong>{what}:</strong> {said}
          </Caption1>
        ),
      )}
    </>
  );
}

const safe = { yes: 'Yes', no: 'No', 'not-said': 'Not said' } as const;

/** Before anybody rings or writes: a case that says nothing of it is not of somebody at risk. */
function safetyOf({
  safeContact,
  how,
  phone,
}: Case['details']): readonly (readonly [string, string | null | undefined])[] {
  if (safeContact === undefined) return [];
  return [
    [t('Safe to be in touch'), t(safe[safeContact])],
    [t('How and when it is safe to be in touch'), how],
    ...(safeContact === 'yes' ? [[t('Phone'), phone] as const] : []),
  ];
}

/** A format is a code; what was agreed besides stands in words. */
const needTold = (need: string): string => (/^[a-z-]+$/.test(need) ? spoken(need) : need);

interface ButtonsProps {
  readonly found: Case;
  readonly act: ActName | undefined;
  readonly choose: (act: ActName | undefined) => void;
}

function Buttons({ found, act, choose }: ButtonsProps) {
  const styles = useStyles();
  return (
    <div className={styles.buttons}>
      {found.can.map((name) => {
        const { label } = formOf(name, found, []);
        return (
          <Button
            key={name}
            size="small"
            aria-expanded={act === name}
            aria-label={`${label}: ${found.reference}`}
            onClick={() => choose(act === name ? undefined : name)}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}

interface ActProps {
  readonly name: ActName;
  readonly found: Case;
  readonly others: readonly string[];
  readonly send: (sent: Sent, took: Took) => Promise<void>;
}

function ActPart({ name, found, others, send }: ActProps) {
  const form = formOf(name, found, others);
  const [answers, setAnswers] = useState(form.answers ?? {});
  return (
    <CaseForm
      asked={form.asked}
      answers={answers}
      answer={(field, value) => setAnswers((before) => ({ ...before, [field]: value }))}
      button={form.button}
      send={(sent, took) => send(name === 'link' ? linkOf(sent) : sent, took)}
    />
  );
}

function linkOf({ with: chosen }: Sent): Sent {
  return chosen === 'conversation' ? { conversation: true } : { case: chosen };
}
