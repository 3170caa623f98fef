import { Body1, Button, Caption1, MessageBar, MessageBarBody, Spinner, Subtitle2 } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ConversationView } from '../api.ts';
import { t } from '../words/t.ts';
import { timeOf } from '../words.ts';
import { type Changes, type Edit, type EditPart, type PersonCard, personApi } from './api.ts';
import { usePartStyles } from './look.ts';
import { partName, partTold } from './parts.ts';

interface EditsProps {
  readonly view: ConversationView;
  readonly person: PersonCard;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** The outbox is at it: mostly it is there before anybody looks. */
const soonMs = 700;
const laterMs = 5_000;

/** Changes of the record that are not there yet: on their way, or in conflict with what somebody else made of it. */
export function Edits({ view, person, changed, tell }: EditsProps) {
  const styles = usePartStyles();
  const { edits } = view;
  const looks = useRef(0);
  const isSaving = edits.some(({ is }) => is === 'saving');
  // Each reading is a new list: it is read again for as long as one says so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isSaving) {
      looks.current = 0;
      return;
    }
    const timer = setTimeout(changed, looks.current < 5 ? soonMs : laterMs);
    looks.current += 1;
    return () => clearTimeout(timer);
  }, [isSaving, edits, changed]);
  return (
    <>
      <div role="status">
        {isSaving && <Spinner size="tiny" labelPosition="after" label={t('On its way to the housing system')} />}
      </div>
      {edits
        .filter(({ is }) => is !== 'saving')
        .map((edit) => (
          <section key={edit.id} aria-label={t('Change not made')} className={styles.part}>
            <Conflict edit={edit} view={view} />
            <Choices edit={edit} view={view} person={person} changed={changed} tell={tell} />
          </section>
        ))}
    </>
  );
}

function whatHappened({ is, by, agent }: Edit, { agents }: ConversationView): string {
  const name = agents[agent] ?? t('a colleague');
  if (is === 'refused') return t('The change by {name} was refused by the housing system.', { name });
  if (by === null)
    return t('The change by {name} was not made: somebody has changed this record meanwhile in the housing system.', {
      name,
    });
  const other = agents[by.agent] ?? t('a colleague');
  const time = timeOf(by.at, new Date());
  return t('The change by {name} was not made: {other} was first, {time}.', { name, other, time });
}

function Conflict({ edit, view }: { readonly edit: Edit; readonly view: ConversationView }) {
  const styles = usePartStyles();
  return (
    <>
      <Subtitle2 as="h3" block>
        {t('Change not made')}
      </Subtitle2>
      <div role="alert">
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{whatHappened(edit, view)}</MessageBarBody>
        </MessageBar>
      </div>
      <ul className={styles.list}>
        {edit.parts.map((part) => (
          <li key={`${part.what} ${JSON.stringify(part.yours)}`}>
            <Body1 block>
              <strong>{partName(part.what)}</strong>
            </Body1>
            <Caption1 block className={styles.words}>
              {t('Now: {value}', { value: partTold(part.what, part.theirs) })}
            </Caption1>
            <Caption1 block className={styles.words}>
              {t('Wanted: {value}', { value: partTold(part.what, part.yours) })}
            </Caption1>
          </li>
        ))}
      </ul>
    </>
  );
}

function Choices({ edit, view, person, changed, tell }: EditsProps & { readonly edit: Edit }) {
  const styles = usePartStyles();
  // Pressed twice it is one change.
  const asking = useRef(crypto.randomUUID());
  const done = (act: Promise<unknown>) => void act.catch(tell).finally(changed);
  const again = () => ({ changes: changesOf(edit.parts), requestId: asking.current, instead: edit.id });
  return (
    <div className={styles.row}>
      <Button size="small" onClick={() => done(personApi.change(view, person, again()))}>
        {t('Make it on what stands now')}
      </Button>
      <Button size="small" onClick={() => done(personApi.drop(view, edit.id))}>
        {t('Leave it as it is')}
      </Button>
    </div>
  );
}

const ofContact = new Set([
  'calledAs',
  'prefer',
  'never',
  'avoid',
  'best',
  'calls',
  'visitBy',
  'visitHours',
  'speaks',
  'letters',
]);

/** The same wishes, of the record as it is shown now. */
function changesOf(parts: readonly EditPart[]): Changes {
  const contact = parts.filter(({ what }) => ofContact.has(what)).map(({ what, yours }) => [what, yours] as const);
  const needs = parts
    .filter(({ what }) => what === 'need')
    .map(({ yours, theirs }) => ({ ...(theirs !== null && { was: theirs }), now: yours }));
  const plain = parts.flatMap(({ what, yours }) => {
    if (what === 'need' || ofContact.has(what)) return [];
    return [[what, what === 'phones' ? { add: yours } : yours] as const];
  });
  return {
    ...Object.fromEntries(plain),
    ...(contact.length > 0 && { contact: Object.fromEntries(contact) }),
    ...(needs.length > 0 && { needs }),
  };
}
