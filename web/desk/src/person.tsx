import { Badge, Body1, Caption1, Subtitle2 } from '@fluentui/react-components';
import type { ConversationView, Need } from './api.ts';

const said = (words: string) => words.replaceAll('-', ' ');

/** What somebody must know before writing a word to this person. Stands at the top of the conversation. */
export function Needs({ view }: { readonly view: ConversationView }) {
  const contact = view.person?.contact ?? {};
  const lines = [
    ...view.needs.flatMap(needLines),
    ...(contact.never ?? []).map((way) => `Never by ${said(way)}`),
    ...(contact.avoid ?? []).map((when) => `Not ${when}`),
    ...(contact.prefer === undefined ? [] : [`Prefers ${said(contact.prefer)}`]),
    ...(contact.visitBy === undefined ? [] : [`Visits by a ${contact.visitBy}`]),
    ...(view.optedOut ? ['Has stopped texts: what you write will not be sent by text'] : []),
    ...(view.person?.language && view.person.language !== 'en'
      ? [`Language on file: ${languageName(view.person.language)}`]
      : []),
  ];
  if (lines.length === 0) return <Body1 as="p">No needs on record. Ask if you see a sign of one.</Body1>;
  return (
    <ul aria-label="Needs and how to be in touch">
      {lines.map((line) => (
        <li key={line}>
          <strong>{line}</strong>
        </li>
      ))}
    </ul>
  );
}

function needLines({ kind, formats = [], adjustments = [] }: Need): string[] {
  const what = [...formats.map(said), ...adjustments];
  return [what.length === 0 ? said(kind) : `${said(kind)}: ${what.join(', ')}`];
}

function languageName(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}

export function PersonPane({ view }: { readonly view: ConversationView }) {
  const { person } = view;
  if (view.housing === 'away')
    return <Body1 as="p">The housing system cannot be reached now. What the tenant wrote is all here.</Body1>;
  if (person === null) return <Body1 as="p">We do not know yet who this is.</Body1>;
  return (
    <>
      <Subtitle2 as="h2">
        {[person.name.title, person.name.given, person.name.family].filter(Boolean).join(' ')}
      </Subtitle2>
      <p>
        <Badge color={person.proved ? 'success' : 'warning'}>
          {person.proved ? 'Identity proved' : 'Not proved: tell no account facts'}
        </Badge>
      </p>
      {person.authority.length > 0 && (
        <Body1 as="p">May be spoken for by {person.authority.map((each) => each.person).join(', ')}.</Body1>
      )}
      <Subtitle2 as="h3">Open cases</Subtitle2>
      {view.cases.length === 0 && <Body1 as="p">None.</Body1>}
      <ul>
        {view.cases.map((each) => (
          <li key={each.reference}>
            {each.reference} · {said(each.kind)} · {each.status}
            {each.due.map((due) => (
              <Caption1 key={due.what} block>
                {said(due.what)} by {due.by.slice(0, 10)}
              </Caption1>
            ))}
          </li>
        ))}
      </ul>
      <Subtitle2 as="h3">Past contacts</Subtitle2>
      {view.contacts.length === 0 && <Body1 as="p">None.</Body1>}
      <ul>
        {view.contacts.map((each) => (
          <li key={`${each.at}${each.topic}`}>
            {each.at.slice(0, 10)} · {each.channel} · {each.topic} · {each.outcome}
          </li>
        ))}
      </ul>
    </>
  );
}
