import {
  Body1,
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { type AgreedRoute, api, type ConversationView } from './api.ts';
import { t } from './words/t.ts';
import { spoken } from './words.ts';

const useStyles = makeStyles({
  part: { marginTop: tokens.spacingVerticalXXL },
  form: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

interface RouteProps {
  readonly view: ConversationView;
  readonly isManager: boolean;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** How the contact of who writes goes, where that was agreed: everybody follows it, a manager sets, changes and ends it. */
export function AgreedRoutePart({ view, isManager, changed, tell }: RouteProps) {
  const styles = useStyles();
  const [edits, setEdits] = useState<'set' | 'end' | undefined>();
  const { route } = view;
  const person = view.speaker?.id ?? view.person?.id;
  if (person === undefined || (route === null && !isManager)) return null;
  const act = (done: Promise<unknown>) => {
    done.then(() => {
      setEdits(undefined);
      changed();
    }, tell);
  };
  return (
    <section aria-label={t('Agreed route')} className={styles.part}>
      <Subtitle2 as="h3" block>
        {t('Agreed route')}
      </Subtitle2>
      <Told route={route} />
      {isManager && (
        <div className={styles.buttons}>
          <Button
            size="small"
            aria-expanded={edits === 'set'}
            onClick={() => setEdits(edits === 'set' ? undefined : 'set')}
          >
            {t(route === null ? 'Set a route' : 'Change it')}
          </Button>
          {route !== null && (
            <Button
              size="small"
              aria-expanded={edits === 'end'}
              onClick={() => setEdits(edits === 'end' ? undefined : 'end')}
            >
              {t('End it')}
            </Button>
          )}
        </div>
      )}
      {edits === 'set' && <RouteForm route={route} save={(wanted) => act(api.setRoute(person, wanted))} />}
      {edits === 'end' && <EndForm end={(why) => act(api.endRoute(person, why))} />}
    </section>
  );
}

function Told({ route }: { readonly route: AgreedRoute | null }) {
  if (route === null) return <Body1 block>{t('None.')}</Body1>;
  const { until, contact, reviewOn, weekday } = route;
  const how =
    weekday === undefined
      ? t('Until {until}, {contact} deals with all contact.', { until, contact })
      : t('Until {until}, {contact} answers in writing each {weekday}.', { until, contact, weekday: spoken(weekday) });
  return (
    <MessageBar intent="warning">
      <MessageBarBody>
        {how} {t('Review by {day}. Danger and complaints are served as ever.', { day: reviewOn })}
      </MessageBarBody>
    </MessageBar>
  );
}

interface FormProps {
  readonly route: AgreedRoute | null;
  readonly save: (wanted: Omit<AgreedRoute, 'reviewOn'> & { readonly reason: string }) => void;
}

function RouteForm({ route, save }: FormProps) {
  const styles = useStyles();
  const [weekday, setWeekday] = useState(route?.weekday ?? '');
  const [contact, setContact] = useState(route?.contact ?? '');
  const [until, setUntil] = useState(route?.until ?? '');
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const common = { contact, until, reason };
    save(weekday === '' ? { route: 'named-contact', ...common } : { route: 'written-weekly', weekday, ...common });
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <Field label={t('How')}>
        <Select value={weekday} onChange={(_event, { value }) => setWeekday(value)}>
          <option value="">{t('One named person')}</option>
          {weekdays.map((each) => (
            <option key={each} value={each}>
              {t('In writing each {weekday}', { weekday: spoken(each) })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('Who answers')} hint={t('The customer is told this name.')}>
        <Input required maxLength={200} value={contact} onChange={(_event, { value }) => setContact(value)} />
      </Field>
      <Field label={t('Last day')}>
        <Input type="date" required value={until} onChange={(_event, { value }) => setUntil(value)} />
      </Field>
      <Field label={t('Reason')} hint={t('For managers; the customer may ask for it.')}>
        <Input required maxLength={2000} value={reason} onChange={(_event, { value }) => setReason(value)} />
      </Field>
      <div>
        <Button type="submit" size="small" appearance="primary">
          {t('Save the route')}
        </Button>
      </div>
    </form>
  );
}

function EndForm({ end }: { readonly end: (why: string) => void }) {
  const styles = useStyles();
  const [why, setWhy] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    end(why);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <Field label={t('Why it ends')}>
        <Input required maxLength={2000} value={why} onChange={(_event, { value }) => setWhy(value)} />
      </Field>
      <div>
        <Button type="submit" size="small" appearance="primary">
          {t('End the route')}
        </Button>
      </div>
    </form>
  );
}
