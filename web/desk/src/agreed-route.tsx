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
    <section aria-label="Agreed route" className={styles.part}>
      <Subtitle2 as="h3" block>
        Agreed route
      </Subtitle2>
      <Told route={route} />
      {isManager && (
        <div className={styles.buttons}>
          <Button
            size="small"
            aria-expanded={edits === 'set'}
            onClick={() => setEdits(edits === 'set' ? undefined : 'set')}
          >
            {route === null ? 'Set a route' : 'Change it'}
          </Button>
          {route !== null && (
            <Button
              size="small"
              aria-expanded={edits === 'end'}
              onClick={() => setEdits(edits === 'end' ? undefined : 'end')}
            >
              End it
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
  if (route === null) return <Body1 block>None.</Body1>;
  const how = route.weekday === undefined ? 'deals with all contact' : `answers in writing each ${route.weekday}`;
  return (
    <MessageBar intent="warning">
      <MessageBarBody>
        Until {route.until}, {route.contact} {how}. Review by {route.reviewOn}. Danger and complaints are served as
        ever.
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
      <Field label="How">
        <Select value={weekday} onChange={(_event, { value }) => setWeekday(value)}>
          <option value="">One named person</option>
          {weekdays.map((each) => (
            <option key={each} value={each}>
              In writing each {each}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Who answers" hint="The customer is told this name.">
        <Input required maxLength={200} value={contact} onChange={(_event, { value }) => setContact(value)} />
      </Field>
      <Field label="Last day">
        <Input type="date" required value={until} onChange={(_event, { value }) => setUntil(value)} />
      </Field>
      <Field label="Reason" hint="For managers; the customer may ask for it.">
        <Input required maxLength={2000} value={reason} onChange={(_event, { value }) => setReason(value)} />
      </Field>
      <div>
        <Button type="submit" size="small" appearance="primary">
          Save the route
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
      <Field label="Why it ends">
        <Input required maxLength={2000} value={why} onChange={(_event, { value }) => setWhy(value)} />
      </Field>
      <div>
        <Button type="submit" size="small" appearance="primary">
          End the route
        </Button>
      </div>
    </form>
  );
}
