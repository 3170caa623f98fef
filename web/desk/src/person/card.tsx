import { Badge, Body1, Caption1, MessageBar, MessageBarBody, Subtitle2 } from '@fluentui/react-components';
import type { ConversationView } from '../api.ts';
import { languageName, spoken } from '../words.ts';
import type { PersonCard } from './api.ts';
import { usePartStyles } from './look.ts';

interface CardProps {
  readonly view: ConversationView;
  readonly person: PersonCard;
}

const nameOf = ({ title, given, family }: PersonCard['name']) => [title, given, family].filter(Boolean).join(' ');

/** Who it is, as they wish to be called; what staff are warned of, with why; what they speak; who may speak for them. */
export function Card({ view, person }: CardProps) {
  const styles = usePartStyles();
  const { calledAs } = person.contact;
  const onFile = nameOf(person.name);
  return (
    <>
      <Subtitle2 as="h2" block className={styles.words}>
        {calledAs ?? onFile}
      </Subtitle2>
      {calledAs !== undefined && <Caption1 block>On file: {onFile}</Caption1>}
      <div className={styles.gap}>
        <Badge appearance="tint" color={person.proved ? 'success' : 'warning'}>
          {person.proved ? 'Identity proved' : 'Identity not proved'}
        </Badge>
        {!person.proved && <Caption1 block>Tell no facts of the account.</Caption1>}
      </div>
      <Warnings warnings={person.warnings} />
      {person.tenancies.map(({ role, tenure }) => (
        <Caption1 block key={`${role} ${tenure}`}>
          {spoken(role)}, {spoken(tenure)}
        </Caption1>
      ))}
      <Languages view={view} person={person} />
      {view.speaker !== null && (
        <Body1 as="p" block className={styles.gap}>
          Written by {view.speaker.name === null ? view.speaker.id : nameOf(view.speaker.name)}, who may speak for them:{' '}
          {spoken(view.speaker.kind)}.
        </Body1>
      )}
      {person.authority.map(({ person: id, name, kind, scope, until }) => (
        <Body1 as="p" block className={styles.gap} key={id}>
          May be spoken for by {name === null ? id : nameOf(name)}: {spoken(kind)},{' '}
          {scope === 'all' ? 'in all matters' : spoken(scope)}
          {until === null ? '' : `, until ${until}`}.
        </Body1>
      ))}
    </>
  );
}

/** One without a reason is told to nobody. */
function Warnings({ warnings }: Pick<PersonCard, 'warnings'>) {
  const styles = usePartStyles();
  return warnings.map(({ what, reason, review, isOverdue }) => (
    <div key={what} className={styles.gap}>
      <MessageBar intent="warning">
        <MessageBarBody>
          <strong>{what}</strong>: {reason}. {isOverdue ? `Its review is overdue since ${review}` : `Review ${review}`}.
        </MessageBarBody>
      </MessageBar>
    </div>
  ));
}

function Languages({ view, person: { language, contact } }: CardProps) {
  const interpreters = view.needs
    .filter(({ kind }) => kind === 'interpreter')
    .flatMap((need) => need.adjustments ?? []);
  const lines = [
    language === null ? 'No language on file' : `Reads ${languageName(language)}`,
    ...(contact.speaks === undefined ? [] : [`speaks ${languageName(contact.speaks)}`]),
    interpreters.length === 0 ? 'no interpreter asked for' : interpreters.join(', '),
  ];
  return <Caption1 block>{lines.join(' · ')}</Caption1>;
}
